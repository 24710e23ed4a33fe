/// One change of prices.
public struct PriceChange: Hashable, Sendable {
  /// The item, or nothing for all that are not named.
  public var item: String?

  /// The change, as a share of the price.
  public var share: Double

  /// Creates a change of `item`, or of all that are not named.
  public init(item: String?, share: Double) {
    self.item = item
    self.share = share
  }
}

/// By how much prices of `prices.csv` change: those of all items, or of single ones.
struct PriceChanges {
  static let key = "price_changes"

  /// The name that means all items which are not named themselves.
  static let all = "all"

  private var changes: [String: Double] = [:]
  /// Where each change stands.
  private(set) var items: [(name: String, item: Item)] = []

  /// No changes.
  init() {}

  /// Reads what stands under ``key`` in `terms`.
  init(in terms: WrittenValue, _ findings: Findings) {
    guard let entry = terms.entries?.first(where: { $0.key == Self.key }), !entry.value.isNull
    else { return }
    let item = Item(
      value: entry.value, keySpot: entry.spot, path: "terms/\(Self.key)", findings: findings)
    items = item.named()
    for (name, change) in items { changes[name] = change.share(.priceChange) }
  }

  /// What holds at the path `keys` where `terms` state nothing there: the change of all items, or
  /// none.
  static func unstated(at keys: [Substring], in terms: WrittenValue) -> WrittenValue? {
    guard keys.count == 2, keys[0] == key else { return nil }
    return terms.value(under: [keys[0], all[...]])
      ?? WrittenValue(spot: terms.spot, content: .scalar("0%", isQuoted: false))
  }

  /// A price of `item` after its change.
  ///
  /// It is rounded to 15 digits, those that a decimal keeps, so that 5% less than 4.2 is 3.99.
  func changed(_ price: Double, of item: String) -> Double {
    guard let change = changes[item] ?? changes[Self.all], change != 0 else { return price }
    var (scale, size) = (1e15, abs(price))
    while size >= 1 { (scale, size) = (scale / 10, size / 10) }
    return (price * (1 + change) * scale).rounded() / scale
  }

  /// The changes, with their items.
  var stated: [PriceChange] {
    changes.filter { $0.value != 0 }.sorted { $0.key < $1.key }.map {
      PriceChange(item: $0.key == Self.all ? nil : $0.key, share: $0.value)
    }
  }
}

/// Whether a full path is that of a change of prices.
public func isPriceChange(path: String) -> Bool {
  termOf(path: path)?.term.split(separator: "/").first == PriceChanges.key[...]
}

extension Terms {
  /// Notes the changes, and reports those of items that the option does not price.
  func checkPriceChanges(_ section: Section, _ prices: PriceList) {
    _ = section.given(PriceChanges.key)
    guard prices.isSound else { return }
    for (name, item) in priceChanges.items {
      _ = item.keyIsDeclared(
        name, in: prices.items + [PriceChanges.all], kind: "prices.csv of \(option)")
    }
    let stated = priceChanges.stated
    guard !prices.items.isEmpty, !stated.isEmpty else { return }
    folder.findings.note(.changedPrices(option: option, changes: stated))
  }
}
