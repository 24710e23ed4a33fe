import Contracts
import Quantities

extension Terms {
  func adjustment(_ section: Section) -> [Contract.Named] {
    section.clauses("indexation") { _, item in
      item.section(readIndexation).map { .indexation($0) }
    }
  }

  func payment(_ section: Section) -> [Contract.Named] {
    section.clause("payment") { item in
      item.section { section in
        let lag = section.needed("lag")?.months(.lag)
        let billing =
          section.given("billing").map { $0.choice(of: PaymentTerms.Billing.self) } ?? .arrears
        guard let lag, let billing else { return nil }
        return .paymentTerms(PaymentTerms(lag: lag, billing: billing))
      }
    }
  }

  private func readIndexation(_ section: Section) -> Indexation? {
    let index = section.needed("index")?
      .reference(to: context.indices, kind: "assumptions/indices")
    let share = section.given("share").map { $0.share(.share) } ?? 1
    let cap = section.given("cap")?.share(.growth)
    let floorItem = section.given("floor")
    let floor = floorItem?.share(.growth)
    let basis = section.given("basis").map { $0.choice(of: Indexation.Basis.self) } ?? .cumulative
    let limited = section.given("limits").map { $0.choice(of: Indexation.Limited.self) } ?? .index
    let first = section.given("first").map { $0.whole(2...EventContext.longestHorizon) } ?? 13
    let every =
      section.given("every").map { $0.wholeMonths(1...EventContext.longestHorizon) } ?? 12
    if let floor, let cap, floor > cap {
      floorItem?.refuse(.floorBelowCap)
      return nil
    }
    guard let index, let share, let basis, let limited, let first, let every else { return nil }
    return Indexation(
      index: index, share: share, cap: cap, floor: floor, basis: basis, limited: limited,
      firstMonth: first, interval: every
    )
  }
}
