import Contracts
import Quantities
import Rows

extension TieredPrice {
  /// `Σ_k price_k · min(max(u − from_k, 0), to_k − from_k) · F` in every month of the span.
  func settle(at desk: Desk) {
    guard span.contains(desk.month) else { return }
    desk.amount.fill(0)
    for tier in tiers {
      desk.amount.addBand(of: desk.volume, rate: tier.price, from: tier.from, to: tier.to)
    }
    desk.postCharge(desk.amount, formula, ["volume": desk.volume[0]])
  }

  private var formula: String { tiers.map(\.formula).joined(separator: " + ") }
}

extension TieredPrice.Tier {
  fileprivate var formula: String {
    let units = "max(volume − \(from), 0)"
    return to.isFinite ? "\(price) × min(\(units), \(to - from))" : "\(price) × \(units)"
  }
}
