/// Reads the files in which an option's prices stand: `prices.csv`, and of today's operation also
/// `staff.csv` and `costs.csv`.
struct PriceSheets {
  /// The files that today's operation may have beside those of a bid.
  static let ofBaseline = ["staff.csv", "costs.csv"]

  /// The option's folder.
  let place: String
  let terms: Terms

  /// By how much an unchanged operation gets cheaper in a year, or nothing.
  let improvement: Double?

  /// All prices of the option.
  func read() -> PriceList {
    let factors = LineFactors(improvement: improvement ?? 0)
    let others =
      place == BidFolder.baseline
      ? Self.ofBaseline.filter { terms.folder.holds("\(place)/\($0)") } : []
    var list = PriceTable(
      file: "\(place)/prices.csv", terms: terms, isNeeded: others.isEmpty, factors: factors
    ).read()
    for name in others {
      let file = "\(place)/\(name)"
      list.add(
        name == "staff.csv"
          ? StaffTable(file: file, terms: terms, factors: factors).read()
          : CostTable(file: file, terms: terms, factors: factors).read())
    }
    return list
  }
}
