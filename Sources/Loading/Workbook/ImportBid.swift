import Contracts
import Tables

/// What is to be imported, and where to.
public struct BidImport: Hashable, Sendable {
  /// The bidder's workbook: an .xlsx or .ods file.
  public var workbook: String

  /// The event's folder.
  public var event: String

  /// The bid, by the name of its folder.
  public var bid: String

  /// The round, by the name of its folder.
  public var round: String

  /// Whether a round that is there is replaced.
  public var replaces: Bool

  /// Whether a workbook is taken that was made before the event was last changed.
  public var acceptsStale: Bool

  /// Creates a request.
  public init(
    workbook: String, event: String, bid: String, round: String = "1", replaces: Bool = false,
    acceptsStale: Bool = false
  ) {
    self.workbook = workbook
    self.event = event
    self.bid = bid
    self.round = round
    self.replaces = replaces
    self.acceptsStale = acceptsStale
  }
}

/// What an import did.
public struct ImportedBid: Hashable, Sendable {
  /// One table that was written.
  public struct Table: Hashable, Sendable {
    /// The file in the round's folder.
    public var file: String

    /// The rows without the header.
    public var rows: Int
  }

  /// The folder that was written, in the event's folder.
  public var folder: String

  /// The tables that were written.
  public var tables: [Table]

  /// Whether the round was there before.
  public var isReplaced: Bool

  /// Whether the round that was replaced had terms in its `bid.yaml`, which a workbook has not.
  public var termsAreGone: Bool

  /// A later round of the bid, which counts instead of this one.
  public var laterRound: String?

  /// The sheets that were not read.
  public var sheetsNotRead: [String]

  /// What is wrong with the event now that the bid is in it, or nothing: a new bid may need
  /// assumptions.
  public var eventFaults: LoadingError?
}

/// Reads a bidder's workbook and writes the folder of a round of a bid.
///
/// Nothing is written where there is a fault, in the workbook or in what it says: rows are read as
/// those of every bid are before the folder takes its place.
///
/// - Parameter request: The workbook and the place.
/// - Returns: What was written.
/// - Throws: ``LoadingError`` with every fault, by sheet and cell.
public func importBid(_ request: BidImport) throws(LoadingError) -> ImportedBid {
  let findings = Findings()
  guard let imported = BidImporter(request: request, findings: findings).run() else {
    throw findings.error
  }
  return imported
}

/// Does one import.
struct BidImporter {
  let request: BidImport
  let findings: Findings

  private var round: RoundFolder {
    RoundFolder(
      event: request.event, bid: request.bid, round: request.round, findings: findings)
  }

  /// What was done, or nothing where a fault was found.
  func run() -> ImportedBid? {
    guard let event = EventSheetSource(folder: request.event, findings: findings),
      round.mayBeMade(replacing: request.replaces), losesNoAssessment(), let bytes = bytes(),
      let read = event.reader(named: request.workbook, findings: findings)
        .read(bytes, acceptsStale: request.acceptsStale), findings.count == 0
    else { return nil }
    let files = RoundFiles(read)
    let (isReplaced, hadTerms) = formerRound()
    guard round.fill(with: files.files), isSound(files), round.publish() else {
      round.discard()
      return nil
    }
    return ImportedBid(
      folder: round.place,
      tables: files.rows.map { ImportedBid.Table(file: $0.file, rows: $0.count) },
      isReplaced: isReplaced, termsAreGone: hadTerms, laterRound: laterRound(),
      sheetsNotRead: read.sheetsNotRead, eventFaults: eventFaults())
  }

  private func bytes() -> [UInt8]? {
    do {
      return try content(ofFile: request.workbook, limit: FileLimit.table)
    } catch {
      findings.add(error.reason, at: Spot(file: request.workbook))
      return nil
    }
  }

  /// Whether the files aside can be read as those of a bid; faults are told of the workbook.
  private func isSound(_ files: RoundFiles) -> Bool {
    let aside = Findings()
    guard let event = EventSheetSource(folder: request.event, findings: aside) else { return false }
    event.readBid(request.bid, in: round.aside)
    for fault in aside.error.faults {
      findings.add(files.translated(fault, from: round.aside, to: request.workbook))
    }
    return findings.count == 0
  }

  /// Whether no column that the buyer has filled would go with the round that is replaced.
  private func losesNoAssessment() -> Bool {
    let folder = EventFolder(root: request.event, findings: Findings())
    for schema in SheetSchema.all where folder.holds("\(round.place)/\(schema.file)") {
      let file = "\(round.place)/\(schema.file)"
      guard let bytes = folder.bytes(file) else { continue }
      let table = TableReader(bytes: bytes, name: file, columns: .any)
      let columns = schema.buyersColumns.filter(table.header.contains).map(table.column)
      table.forEachRecord { record in
        for column in columns where record.textIfPresent(column) != nil {
          findings.add(
            .workbook(.unassessedRound(column: column.name)),
            at: Spot(file: file, line: record.line))
        }
      }
    }
    return findings.count == 0
  }

  /// Whether the round is there, and has terms that go with it.
  private func formerRound() -> (isThere: Bool, hasTerms: Bool) {
    let folder = EventFolder(root: request.event, findings: Findings())
    guard folder.holds(round.place) else { return (false, false) }
    let page = folder.yaml("\(round.place)/\(BidSheet.file)")?.entries ?? []
    return (true, page.contains { $0.key == "terms" && !($0.value.entries?.isEmpty ?? true) })
  }

  private func laterRound() -> String? {
    let folder = EventFolder(root: request.event, findings: Findings())
    let last = BidFolder.rounds(in: "bids/\(request.bid)", of: folder).last
    return last == request.round ? nil : last
  }

  private func eventFaults() -> LoadingError? {
    do {
      _ = try loadEvent(at: request.event)
      return nil
    } catch {
      return error
    }
  }
}
