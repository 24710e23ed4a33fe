/// By how much prices of `prices.csv` change: those of all items, or of single ones.
struct PriceChanges {
  static let key = "price_changes"

  /// The name that means all items which are not named themselves.
  static let all = "all"

  private var changes: [String: Double] = [:]

  /// Reads what stands under ``key`` in `terms`.
  init(in terms: WrittenValue, _ findings: Findings) {
    guard let entry = terms.entries?.first(where: { $0.key == Self.key }), !entry.value.isNull
    else { return }
    let item = Item(
      value: entry.value, keySpot: entry.spot, path: "terms/\(Self.key)", findings: findings)
    for (name, change) in item.named() { changes[name] = change.share(.priceChange) }
  }

  /// What holds at the path `keys` where `terms` state nothing there: the change of all items, or none.
  static func unstated(at keys: [Substring], in terms: WrittenValue) -> WrittenValue? {
    guard keys.count == 2, keys[0] == key else { return nil }
    return terms.value(under: [keys[0], all[...]])
      ?? WrittenValue(spot: terms.spot, content: .scalar("0%", isQuoted: false))
  }

  /// What the prices of `item` are multiplied by.
  func factor(of item: String) -> Double { 1 + (changes[item] ?? changes[Self.all] ?? 0) }
}

extension Terms {
  /// Reports changes of items that the option does not price; what they come to, ``PriceChanges`` knows.
  func checkPriceChanges(_ section: Section, _ prices: PriceList) {
    guard let changes = section.given(PriceChanges.key), changes.value.entries != nil,
      prices.isSound
    else { return }
    for (name, item) in changes.named() {
      _ = item.keyIsDeclared(name, in: prices.items + [PriceChanges.all], kind: "prices.csv")
    }
  }
}
