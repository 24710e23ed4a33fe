import Contracts

extension BidFolder {
  /// Adds what lies beside the prices of a bid to level it: its totals by year and the buyer's
  /// adjustments, of the price lines `items`.
  func level(_ bid: inout Bid, in place: String, _ items: [String]?) {
    bid.statedTotals.rows =
      TotalsTable(file: "\(place)/totals.csv", context: context, folder: folder, items: items)
      .read()
    bid.adjustments =
      AdjustmentTable(
        file: "\(place)/adjustments.csv", option: bid.id, context: context, folder: folder,
        items: items
      ).read()
  }
}

extension Terms {
  /// The names of the price lines, those that terms state too; nothing where they are not all known.
  func items(in prices: PriceList) -> [String]? {
    prices.isSound ? prices.clauses.map(\.name) + statedPrices : nil
  }
}
