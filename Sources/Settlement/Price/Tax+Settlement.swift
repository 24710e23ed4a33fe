import Contracts
import Rows

extension Tax: Settling {
  static var stage: Stage { .taxes }

  func takeSeat(_ seat: inout Seat, from resolver: inout Resolver) throws(ResolutionError) {
    seat.scope = try resolver.scope(of: prices)
    resolver.addLine(nil, .tax)
    if withholding > 0 { resolver.addLine("withholding", .tax) }
  }

  /// `base · (rate · (1 − recoverable))`, and `base · (w ÷ (1 − w))` for withholding tax `w`.
  ///
  /// The base is what the prices have charged, after service credits where they reduce it.
  func settle(at desk: Desk) {
    let base = desk.amount
    base.copy(desk.charge(in: desk.seat.scope))
    if credits == .reduce { base.add(desk.credits) }
    desk.note("taxable", base)
    desk.post(
      Working(
        "taxable × (rate × (1 − recoverable))",
        ["taxable": base[0], "rate": rate, "recoverable": recoverable])
    ) { $0.add(base, times: rate * (1 - recoverable)) }
    guard withholding > 0 else { return }
    desk.post(
      offset: 1,
      Working(
        "taxable × (withholding ÷ (1 − withholding))",
        ["taxable": base[0], "withholding": withholding])
    ) { $0.add(base, times: withholding / (1 - withholding)) }
  }
}
