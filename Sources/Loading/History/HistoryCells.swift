import Quantities

/// What is kept of a history while it is read: a cell for each provider, month and series, and
/// nothing for each row.
struct HistoryCells {
  /// The most cells that are kept, about 160 MB of them.
  static let most = 2_000_000

  /// The most bytes of the names of providers.
  private static let mostNameBytes = 1 << 26

  private struct Place: Hashable {
    var provider: Int32
    var month: MonthNumber
  }

  private let seriesCount: Int
  private let most: Int
  private var nameBytes = 0
  private var cells: [MonthCell] = []
  private var rows: [Place: Int] = [:]
  private var numbers: [String: Int32] = [:]
  private var latest: (place: Place, row: Int)?

  /// The providers in the order of their first rows.
  private(set) var providers: [String] = []

  init(seriesCount: Int, most: Int = Self.most) {
    self.seriesCount = seriesCount
    self.most = most
  }

  /// The number of the provider of this name; nothing where there are too many of them.
  mutating func number(of provider: String) -> Int32? {
    if let number = numbers[provider] { return number }
    nameBytes += provider.utf8.count
    guard providers.count < most, nameBytes <= Self.mostNameBytes else { return nil }
    let number = Int32(providers.count)
    numbers[provider] = number
    providers.append(provider)
    return number
  }

  /// Where the cell stands; nothing where there are too many of them.
  mutating func place(_ provider: Int32, _ month: MonthNumber, _ series: Int) -> Int? {
    let place = Place(provider: provider, month: month)
    if let latest, latest.place == place { return latest.row + series }
    if let row = rows[place] {
      latest = (place, row)
      return row + series
    }
    guard cells.count + seriesCount <= most else { return nil }
    let row = cells.count
    cells.append(contentsOf: repeatElement(MonthCell(), count: seriesCount))
    rows[place] = row
    latest = (place, row)
    return row + series
  }

  subscript(place: Int) -> MonthCell {
    get { cells[place] }
    _modify { yield &cells[place] }
  }

  /// The filled cells of each provider and series by ascending month; providers by name.
  func forEachSeries(
    _ body: (_ provider: String, _ series: Int, _ months: [(CalendarMonth, MonthCell)]) -> Void
  ) {
    var ofProviders: [[(month: MonthNumber, row: Int)]] = providers.map { _ in [] }
    for (place, row) in rows { ofProviders[Int(place.provider)].append((place.month, row)) }
    for index in providers.indices.sorted(by: { providers[$0] < providers[$1] }) {
      let ordered = ofProviders[index].sorted { $0.month < $1.month }
      for series in 0..<seriesCount {
        let months = ordered.compactMap { number, row -> (CalendarMonth, MonthCell)? in
          let cell = cells[row + series]
          return cell.isFilled ? (CalendarMonth(number: Int(number)), cell) : nil
        }
        if !months.isEmpty { body(providers[index], series, months) }
      }
    }
  }
}
