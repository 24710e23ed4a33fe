import Contracts
import Quantities
import Rows

extension VolumeDiscount: Settling {
  static var stage: Stage { .discounts }

  func takeSeat(_ seat: inout Seat, from resolver: inout Resolver) throws(ResolutionError) {
    seat.scope = try resolver.scope(of: prices)
    resolver.addState(1)
    resolver.addLine(nil, .charge)
  }

  /// Takes a share of what the prices have charged, `c`, off at the end of a period.
  ///
  /// * flat: `−(share of the band of c) · c`;
  /// * marginal: `−Σ_k share_k · min(max(c − from_k, 0), from_{k+1} − from_k)`.
  func settle(at desk: Desk) {
    guard desk.month >= reckoning.first else { return }
    let charged = desk.memory(0)
    charged.add(desk.charge(in: desk.seat.scope))
    guard
      let part = reckoning.share(settledIn: desk.month, horizon: desk.contract.horizon)
    else { return }
    let discount = desk.amount
    discount.fill(0)
    switch counting {
    case .flat:
      setShare(discount, of: charged, part: part, by: desk.work)
      desk.note("share", discount)
      discount.multiply(by: charged)
    case .marginal: discount.add(rowBands(part), of: charged, times: nil)
    }
    desk.post(Working("−(\(formula(part)))", ["charged": charged[0]])) {
      $0.add(discount, times: -1)
    }
    charged.fill(0)
  }

  /// The share of the highest band that is reached, band by band from the lowest.
  private func setShare(_ share: Row, of charged: Row, part: Double, by reached: Row) {
    for band in bands {
      reached.indicator(of: charged, edge == .atLeast ? .atLeast : .above, band.from * part)
      reached.complement()
      share.multiply(by: reached)
      reached.complement()
      share.add(reached, times: band.share)
    }
  }

  private func rowBands(_ part: Double) -> Bands {
    var rows = Bands(from: (bands.first?.from ?? 0) * part)
    for (band, end) in zip(bands, ends) { rows.append(rate: band.share, to: end * part) }
    return rows
  }

  /// Where each band ends: the last one never.
  private var ends: [Double] { bands.dropFirst().map(\.from) + [.infinity] }

  private func formula(_ part: Double) -> String {
    switch counting {
    case .flat:
      let sign = edge == .atLeast ? "≥" : ">"
      let share = bands.reduce("0") { below, band in
        "where(charged \(sign) \((band.from * part).plain), \(band.share.plain), \(below))"
      }
      return "\(share) × charged"
    case .marginal:
      return zip(bands, ends).map { band, end in
        let from = band.from * part
        let inBand = "max(charged − \(from.plain), 0)"
        let amount = end.isFinite ? "min(\(inBand), \((end * part - from).plain))" : inBand
        return "\(band.share.plain) × \(amount)"
      }.joined(separator: " + ")
    }
  }
}
