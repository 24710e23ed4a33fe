import FoundationEssentials
import Loading
import Testing
import Workbooks

/// An event, and a workbook of its bid alpha that a test changes before it is imported.
struct ImportFixture {
  /// What a test looks at.
  struct Place {
    /// The event's folder.
    var event: String

    func path(_ file: String) -> String { "\(event)/\(file)" }

    func text(_ file: String) throws -> String {
      try String(decoding: Data(contentsOf: URL(filePath: path(file))), as: UTF8.self)
    }

    func names(_ folder: String) -> [String] {
      ((try? FileManager.default.contentsOfDirectory(atPath: path(folder))) ?? []).sorted()
    }

    /// The bytes of the template, filled in with `bid` or empty.
    func template(of bid: String?) throws -> [UInt8] {
      let path = "\(event)/../template.xlsx"
      try writeBidTemplate(ofEventAt: event, to: path, bid: bid, replaces: true)
      return try [UInt8](Data(contentsOf: URL(filePath: path)))
    }

    func workbook(of bid: String? = "alpha") throws -> Workbook {
      try readWorkbook(template(of: bid))
    }

    /// Imports `bytes`; the file is named `bid.xlsx` in faults.
    func bring(
      _ bytes: [UInt8], as bid: String = "alpha", round: String = "2", replaces: Bool = false,
      acceptsStale: Bool = false
    ) throws -> ImportedBid {
      let file = "\(event)/../bid.xlsx"
      try Data(bytes).write(to: URL(filePath: file))
      do {
        return try importBid(
          BidImport(
            workbook: file, event: event, bid: bid, round: round, replaces: replaces,
            acceptsStale: acceptsStale))
      } catch {
        var error = error
        for index in error.faults.indices where error.faults[index].file == file {
          error.faults[index].file = "bid.xlsx"
        }
        throw error
      }
    }

    /// What is said of `bytes`; nothing where they are imported.
    func faults(_ bytes: [UInt8], acceptsStale: Bool = false) throws -> [String] {
      do {
        _ = try bring(bytes, replaces: true, acceptsStale: acceptsStale)
        return []
      } catch let error as LoadingError {
        return error.faults.map(\.description)
      }
    }
  }

  var event = EventFixture()

  /// What `body` makes of a folder with the event.
  func written<Value>(_ body: (Place) throws -> Value) throws -> Value {
    try event.written { try body(Place(event: $0)) }
  }
}
