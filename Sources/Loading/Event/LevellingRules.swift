import Contracts

extension EventFile {
  /// How bids are made comparable; what is not stated takes its default.
  func readLevelling(_ item: Item) -> Levelling? {
    item.section { section in
      let plug = section.given("plug").map { $0.choice(of: Levelling.Plug.self) } ?? .nextHighest
      let tolerance =
        section.given("tolerance").map { $0.share(.share) } ?? Levelling().tolerance
      guard let plug, let tolerance else { return nil }
      return Levelling(plug: plug, tolerance: tolerance)
    }
  }
}
