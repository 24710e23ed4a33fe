import FoundationEssentials
import Loading
import Testing
import Workbooks

/// Where an import may write, and what it leaves behind.
@Suite struct RoundFolderTests {
  private var files: FileManager { FileManager.default }

  private func fault(_ body: () throws -> ImportedBid) -> [String] {
    do {
      _ = try body()
      return []
    } catch let error as LoadingError {
      return error.faults.map(\.description)
    } catch {
      return ["\(error)"]
    }
  }

  @Test func a_round_that_is_there_is_not_overwritten() throws {
    try ImportFixture().written { place in
      let bytes = try place.template(of: "alpha")
      let before = try place.text("bids/alpha/1/bid.yaml")
      #expect(
        fault { try place.bring(bytes, round: "1") } == [
          "bids/alpha/1: this round is there already; take --replace, or another --round"
        ])
      #expect(try place.text("bids/alpha/1/bid.yaml") == before)
    }
  }

  @Test func a_round_is_replaced_but_for_the_files_that_a_workbook_has_not() throws {
    try ImportFixture().written { place in
      let bytes = try place.template(of: "alpha")
      try Data("evidence".utf8).write(to: URL(filePath: place.path("bids/alpha/1/soc2.pdf")))
      try Data("x".utf8).write(to: URL(filePath: place.path("bids/alpha/1/totals.csv")))
      let imported = try place.bring(bytes, round: "1", replaces: true)
      #expect(imported.isReplaced)
      #expect(place.names("bids/alpha") == ["1"])
      #expect(
        place.names("bids/alpha/1") == ["answers.csv", "bid.yaml", "prices.csv", "soc2.pdf"])
      #expect(try place.text("bids/alpha/1/soc2.pdf") == "evidence")
    }
  }

  @Test(arguments: ["bids", "bids/alpha", "bids/alpha/2"])
  func nothing_is_written_through_a_link(folder: String) throws {
    try ImportFixture().written { place in
      let bytes = try place.template(of: "alpha")
      let outside = "\(place.event)/../outside"
      try files.createDirectory(atPath: outside, withIntermediateDirectories: true)
      if files.fileExists(atPath: place.path(folder)) {
        try files.moveItem(atPath: place.path(folder), toPath: "\(place.event)/../moved")
      }
      try files.createSymbolicLink(atPath: place.path(folder), withDestinationPath: outside)
      #expect(
        fault { try place.bring(bytes, replaces: true) } == [
          "\(folder): is a link; bids lie in folders of their own"
        ])
      #expect(try files.contentsOfDirectory(atPath: outside).isEmpty)
    }
  }

  @Test(arguments: ["../x", "a/b", ".hidden", "", "ä"])
  func a_bid_and_a_round_have_safe_names(name: String) throws {
    try ImportFixture().written { place in
      let bytes = try place.template(of: "alpha")
      #expect(fault { try place.bring(bytes, as: name) }.count == 1)
      #expect(fault { try place.bring(bytes, round: name) }.count == 1)
      #expect(place.names("bids") == ["alpha"])
      #expect(place.names("bids/alpha") == ["1"])
    }
  }

  @Test(arguments: ["baseline", "peers"])
  func a_bid_may_not_have_a_name_that_means_something_else(name: String) throws {
    try ImportFixture().written { place in
      let bytes = try place.template(of: "alpha")
      #expect(
        fault { try place.bring(bytes, as: name) } == [
          "bids/\(name): expected a name other than baseline and peers, found \(name)"
        ])
    }
  }

  @Test func traces_of_another_import_are_named() throws {
    try ImportFixture().written { place in
      let bytes = try place.template(of: "alpha")
      let trace = place.path("bids/alpha/.2.importing")
      try files.createDirectory(atPath: trace, withIntermediateDirectories: false)
      #expect(
        fault { try place.bring(bytes) } == [
          "bids/alpha/.2.importing: another import is under way or was cut off; remove it to go on"
        ])
      #expect(files.fileExists(atPath: trace))
    }
  }

  @Test func a_new_bid_that_is_refused_leaves_nothing_behind() throws {
    try ImportFixture().written { place in
      var workbook = try place.workbook()
      workbook.set("prices!H4", .text("pays"))
      #expect(fault { try place.bring(workbook.bytes, as: "beta", round: "1") }.count == 1)
      #expect(place.names("bids") == ["alpha"])
    }
  }

  @Test func what_the_event_lacks_for_a_new_bid_is_told_after_it_is_written() throws {
    try ImportFixture().written { place in
      let imported = try place.bring(place.template(of: "alpha"), as: "beta", round: "1")
      #expect(place.names("bids/beta/1").count == 3)
      #expect(
        imported.eventFaults?.faults.map(\.description).contains {
          $0.hasSuffix("nothing is known of this metric of beta")
        } == true)
    }
  }

  @Test func an_earlier_round_is_written_and_the_later_one_told() throws {
    try ImportFixture().written { place in
      let bytes = try place.template(of: "alpha")
      _ = try place.bring(bytes, round: "3-bafo")
      #expect(try place.bring(bytes, round: "2").laterRound == "3-bafo")
    }
  }

  @Test func a_template_does_not_overwrite_and_names_a_bid_that_is_not_there() throws {
    try ImportFixture().written { place in
      let path = "\(place.event)/../bid.xlsx"
      func faults(bid: String?, round: String? = nil) -> [String] {
        do {
          try writeBidTemplate(ofEventAt: place.event, to: path, bid: bid, round: round)
          return []
        } catch {
          return error.faults.map(\.description)
        }
      }
      #expect(faults(bid: "gamma") == ["bids/gamma: there is no such bid or round"])
      #expect(faults(bid: "alpha", round: "7") == ["bids/alpha/7: there is no such bid or round"])
      #expect(faults(bid: "../alpha") == ["bids/../alpha: there is no such bid or round"])
      #expect(faults(bid: nil) == [])
      #expect(
        faults(bid: nil) == ["\(path): is there already; take --replace to write over it"])
    }
  }

  @Test func a_column_that_has_no_place_in_the_workbook_is_named() throws {
    let event = EventFixture().replacing(
      "requirement,answer,by,evidence,text,page",
      with: "requirement,answer,by,evidence,text,sheet", in: "bids/alpha/1/answers.csv")
    try ImportFixture(event: event).written { place in
      do {
        _ = try place.template(of: "alpha")
        Issue.record("a template was made")
      } catch let error as LoadingError {
        #expect(
          error.faults.map(\.description) == [
            "bids/alpha/1/answers.csv:1:6: sheet: this column has no place in the workbook"
          ])
      }
    }
  }
}
