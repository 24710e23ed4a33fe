import Contracts
import Rows

extension CreditCap: Settling {
  static var stage: Stage { .creditCap }

  func takeSeat(_ seat: inout Seat, from resolver: inout Resolver) throws(ResolutionError) {
    resolver.addLine("lost to the cap", .credit)
  }

  /// What the month's credits exceed the cap by is taken back:
  /// `max(credits − share · max(charge, 0), 0)`, or `max(credits − amount, 0)`.
  func settle(at desk: Desk) {
    let lost = desk.amount
    let credits = -desk.credits[0]
    switch limit {
    case .share(let share):
      lost.setShortfall(of: desk.credits, below: desk.charged, times: -share)
      desk.post(
        Working(
          "max(credits − share × max(charge, 0), 0)",
          ["credits": credits, "share": share, "charge": desk.charge[0]])
      ) { $0.add(lost) }
    case .amount(let amount):
      desk.other.fill(amount)
      lost.setShortfall(of: desk.credits, below: desk.other, times: -1)
      desk.post(
        Working("max(credits − amount, 0)", ["credits": credits, "amount": amount])
      ) { $0.add(lost) }
    }
  }
}
