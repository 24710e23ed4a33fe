import FoundationEssentials
import Workbooks

/// Writes the workbook that the bidders of an event fill in.
///
/// The same event gives the same bytes.
///
/// - Parameters:
///   - event: The event's folder.
///   - path: Where the .xlsx file is written.
///   - bid: A bid that is filled in already, by its folder's name; by default none is.
///   - round: The round of that bid; by default the last one.
///   - replaces: Whether a file that is there is written over.
/// - Throws: ``LoadingError`` where the event or the bid is faulty or the file cannot be written.
public func writeBidTemplate(
  ofEventAt event: String, to path: String, bid: String? = nil, round: String? = nil,
  replaces: Bool = false
) throws(LoadingError) {
  let findings = Findings()
  let target = Spot(file: path)
  if !replaces, (try? FileManager.default.attributesOfItem(atPath: path)) != nil {
    findings.add(.workbook(.newFile), at: target)
  }
  guard let source = EventSheetSource(folder: event, findings: findings) else {
    throw findings.error
  }
  var template = BidTemplate(event: source.event, names: source.names, digest: source.digest)
  if let bid, let filled = source.filledSheets(ofBid: bid, round: round) {
    template.filled = filled
  }
  guard findings.count == 0 else { throw findings.error }
  do {
    try template.workbook.write(to: path)
  } catch {
    findings.add(.workbook(.writable(problem: error.problem)), at: target)
    throw findings.error
  }
}

extension EventSheetSource {
  /// What the bid says in `round`, or in the last one.
  fileprivate func filledSheets(ofBid bid: String, round: String?) -> FilledSheets? {
    let rounds = BidFolder.rounds(in: "bids/\(bid)", of: folder)
    guard isSafeName(bid), let round = round ?? rounds.last, rounds.contains(round) else {
      let place = "bids/\(bid)" + (round.map { "/\($0)" } ?? "")
      folder.findings.add(.workbook(.bid), at: Spot(file: place))
      return nil
    }
    return FilledSheets(bidIn: "bids/\(bid)/\(round)", of: folder)
  }
}
