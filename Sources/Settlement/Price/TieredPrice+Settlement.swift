import Contracts
import Quantities
import Rows

extension TieredPrice: Settling {
  static var stage: Stage { .prices }

  func takeSeat(_ seat: inout Seat, from resolver: inout Resolver) throws(ResolutionError) {
    try resolver.seatPrice(&seat, indexation, serviceLine)
    seat.bands = resolver.resolved.bands.count
    resolver.resolved.bands.append(bands)
  }

  /// `Σ_k price_k · min(max(u − from_k, 0), to_k − from_k) · F` in every month of the span.
  func settle(at desk: Desk) {
    guard span.contains(desk.month) else { return }
    let volume = desk.volume
    desk.post(desk.indexed(formula, ["volume": volume[0]])) {
      $0.add(desk.contract.bands[desk.seat.bands], of: volume, times: desk.factor)
    }
  }

  /// The tiers as bands of the volume.
  var bands: Bands {
    var bands = Bands()
    for tier in tiers { bands.append(rate: tier.price, from: tier.from, to: tier.to) }
    return bands
  }

  private var formula: String { tiers.map(\.formula).joined(separator: " + ") }
}

extension TieredPrice.Tier {
  fileprivate var formula: String {
    let units = from == 0 ? "volume" : "max(volume − \(from.plain), 0)"
    return to.isFinite
      ? "\(price.plain) × min(\(units), \((to - from).plain))" : "\(price.plain) × \(units)"
  }
}

extension Double {
  /// The shortest text that reads back as the number, without `.0` behind a whole one.
  var plain: String {
    let text = "\(self)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
