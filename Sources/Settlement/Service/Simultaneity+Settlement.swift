import Contracts
import Rows

extension Simultaneity: Settling {
  static var stage: Stage { .simultaneity }

  func takeSeat(_ seat: inout Seat, from resolver: inout Resolver) throws(ResolutionError) {
    if rule == .highest { resolver.resolved.comparesCredits = true }
    resolver.addLine("by the simultaneity rule", .credit)
  }

  /// What the sum of the month's credits differs by from what the rule allows.
  func settle(at desk: Desk) {
    let change = desk.amount
    let credits = -desk.credits[0]
    switch rule {
    case .highest:
      guard let highest = desk.largestCredit else { return }
      change.copy(highest)
      change.subtract(desk.credits)
      desk.post(
        Working("credits − highest", ["credits": credits, "highest": -highest[0]])
      ) { $0.add(change) }
    case .flat(let share):
      change.indicator(of: desk.credits, .below, 0)
      change.multiply(by: desk.charged)
      change.multiply(by: -share)
      change.subtract(desk.credits)
      desk.post(
        Working(
          "credits − where(credits > 0, max(charge, 0) × share, 0)",
          ["credits": credits, "charge": desk.charge[0], "share": share])
      ) { $0.add(change) }
    }
  }
}
