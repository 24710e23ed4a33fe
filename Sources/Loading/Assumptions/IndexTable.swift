import Futures

/// Reads the laws of the indices, in declared order.
struct IndexTable {
  private enum Law: String, CaseIterable {
    case geometric
    case meanReverting = "mean_reverting"
  }

  func read(_ item: Item?) -> [IndexDriver] {
    (item?.named() ?? []).compactMap { name, item in
      guard item.keyIsSafe(name) else { return nil }
      return item.section { section in
        let start = section.given("start_level").map { $0.number(.amountAboveZero) } ?? 1
        let law = readLaw(section)
        guard let law, let start else { return nil }
        return IndexDriver(id: name, law: law, startLevel: start)
      }
    }
  }

  private func readLaw(_ section: Section) -> IndexDriver.Law? {
    let law = section.needed("law")?.choice(of: Law.self)
    let drift = section.needed("drift")?.share(.growth)
    let spread = section.needed("spread")?.parameter(.log, .spread)
    let persistence =
      law == .geometric ? nil : section.given("persistence")?.parameter(.atanh, .persistence)
    guard let law, let drift, let spread else { return nil }
    switch law {
    case .geometric: return .geometric(drift: drift, spread: spread)
    case .meanReverting:
      guard let persistence else {
        _ = section.needed("persistence")
        return nil
      }
      return .meanReverting(drift: drift, persistence: persistence, spread: spread)
    }
  }
}
