import Tables

/// Finds what lies in an event's folder and is not read: a slip in a name would else be passed
/// over in silence.
struct StrayFiles {
  static let ofOption = ["bid.yaml", "prices.csv", "answers.csv"]
  static let ofBid = ofOption + [DeviationTable.name, "totals.csv", "adjustments.csv"]

  private static let named = ofBid + PriceSheets.ofBaseline

  let folder: EventFolder

  /// Reports names that are nearly those of files that are read and not there, and notes others.
  func report() {
    let bids = BidFolder.ids(in: folder)
    let own = [EventFile.name, ScoreTable.name, BidFolder.baseline, "bids"]
    var unread = unread(in: "", known: own)
    unread += self.unread(in: BidFolder.baseline, known: Self.ofOption + PriceSheets.ofBaseline)
    unread += self.unread(in: "bids", known: bids)
    for place in bids.map({ "bids/\($0)" }) {
      let rounds = BidFolder.rounds(in: place, of: folder)
      unread += self.unread(in: place, known: rounds)
      if let last = rounds.last {
        unread += self.unread(in: "\(place)/\(last)", known: Self.ofBid)
      }
    }
    if !unread.isEmpty { folder.findings.note(.filesNotRead(unread)) }
  }

  private func unread(in place: String, known: [String]) -> [String] {
    let names = folder.names(in: place)
    let absent = known.filter { !names.contains($0) }
    return names.filter { !known.contains($0) && !isAside($0) }.compactMap { name in
      let file = place.isEmpty ? name : "\(place)/\(name)"
      if folder.isUsed(file) { return nil }
      // A name that belongs to another folder is meant, though not read here.
      guard !Self.named.contains(name), let meant = nearest(to: name, in: absent) else {
        return file
      }
      folder.findings.add(.knownFile, at: Spot(file: file), found: name, nearest: meant)
      return nil
    }
  }

  /// Whether the name says that the file is for people, made the others, or belongs to a contract that
  /// is settled.
  private func isAside(_ name: String) -> Bool {
    name.hasPrefix("README") || ["expected-output.txt", "actuals", "statement.yaml"].contains(name)
      || name.hasSuffix(".md") || name.hasSuffix(".py")
  }
}
