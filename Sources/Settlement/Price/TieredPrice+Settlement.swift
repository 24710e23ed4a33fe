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

  /// What the units of the month cost, `· F`, in every month of the span.
  ///
  /// * marginal: `Σ_k price_k · min(max(u − from_k, 0), to_k − from_k)`;
  /// * all: `price_k · u`, where k is the band of the whole volume.
  func settle(at desk: Desk) {
    guard span.contains(desk.month) else { return }
    let volume = desk.volume
    switch units {
    case .marginal:
      desk.post(desk.indexed(marginalFormula, ["volume": volume[0]])) {
        $0.add(desk.contract.bands[desk.seat.bands], of: volume, times: desk.factor)
      }
    case .all:
      let charge = desk.amount
      setPrice(charge, of: volume, at: desk)
      desk.note("price", charge)
      charge.multiply(by: volume)
      desk.post(
        desk.indexed(
          formulaOfAll,
          isStated ? ["volume": volume[0]] : ["volume": volume[0], "not_stated": .nan])
      ) { $0.add(charge, times: 1, desk.factor) }
    }
  }

  /// The price of the first band that does not end before the volume does; not a number where it
  /// is not stated.
  private func setPrice(_ price: Row, of volume: Row, at desk: Desk) {
    let (isWithin, first) = (desk.work, desk.other)
    let open = -Double.infinity
    price.fill(open)
    for tier in tiers {
      isWithin.indicator(of: volume, boundary == .below ? .atMost : .below, tier.to)
      price.replaceFirst(open, by: tier.price ?? .nan, where: isWithin, noting: first)
    }
  }

  /// Whether every price is stated.
  var isStated: Bool { tiers.allSatisfy { $0.price != nil } }

  /// The tiers as bands of the volume.
  var bands: Bands {
    var bands = Bands(from: 0)
    for tier in tiers { bands.append(rate: tier.price ?? .nan, to: tier.to) }
    return bands
  }

  private var marginalFormula: String { tiers.map(\.formula).joined(separator: " + ") }

  private var formulaOfAll: String {
    let sign = boundary == .below ? "≤" : "<"
    let price = tiers.dropLast().reversed().reduce(tiers.last?.written ?? "") { others, tier in
      "where(volume \(sign) \(tier.to.plain), \(tier.written), \(others))"
    }
    return "\(price) × volume"
  }
}

extension TieredPrice.Tier {
  fileprivate var formula: String {
    let units = from == 0 ? "volume" : "max(volume − \(from.plain), 0)"
    return to.isFinite
      ? "\(written) × min(\(units), \((to - from).plain))" : "\(written) × \(units)"
  }

  fileprivate var written: String { price?.plain ?? "not_stated" }
}

extension Double {
  /// The shortest text that reads back as the number, without `.0` behind a whole one.
  var plain: String {
    let text = "\(self)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
