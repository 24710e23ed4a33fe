import Contracts
import Quantities
import Rows

extension TieredPrice {
  /// `Σ_k price_k · min(max(u − from_k, 0), to_k − from_k) · F` in every month of the span.
  func settle(at desk: Desk) {
    guard span.contains(desk.month) else { return }
    let first = tiers[0]
    desk.amount.setBand(of: desk.volume, rate: first.price, from: first.from, to: first.to)
    for tier in tiers.dropFirst() {
      desk.amount.addBand(of: desk.volume, rate: tier.price, from: tier.from, to: tier.to)
    }
    desk.postCharge(desk.amount, formula, ["volume": desk.volume[0]])
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
  fileprivate var plain: String {
    let text = "\(self)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
