import Assay
import Foundation
import TestKit
import Testing

@Suite struct ConformanceTests {
  static let files = ["scenarios/vectors", "scenarios/contracts"].flatMap {
    Project.files(under: $0, endingIn: [".yaml"])
  }.filter { (try? Project.text(of: $0).contains("\nexpected:")) ?? false }

  @Test(arguments: files)
  func every_vector_is_reproduced(_ file: String) throws {
    let result = try loadCase(at: Project.path(file)).conformance
    #expect(result.isReproduced, "\(result.faults)")
  }

  @Test func a_vector_that_is_not_reproduced_says_why() throws {
    let result = try Self.result(expecting: "{total: charge, value: 7.00}")
    #expect(!result.isReproduced)
    #expect(result.faults == ["the total charge is 0.0, expected is 7.0."])
  }

  @Test func what_the_statement_does_not_have_is_not_reproduced() throws {
    for (item, fault) in [
      ("{line: fee, value: 0}", "the line fee: the statement has none."),
      (
        "{figure: kpi/points, month: 1, value: 0}",
        "the figure kpi/points in month 1: the statement has none."
      ),
      (
        "{total: charge, value: null}",
        "the total charge is 0.0, where the contract states nothing."
      ),
    ] {
      #expect(try Self.result(expecting: item).faults == [fault])
    }
  }

  @Test func a_value_holds_to_its_last_written_decimal() throws {
    #expect(try Self.result(expecting: "{attainment: s, month: 1, value: 0.98}").isReproduced)
    #expect(try Self.result(expecting: "{attainment: s, month: 1, value: 1}").isReproduced)
    #expect(try !Self.result(expecting: "{attainment: s, month: 1, value: 0.981}").isReproduced)
  }

  @Test func a_case_of_which_nothing_is_expected_is_not_reproduced() throws {
    #expect(try !Self.result(expecting: nil).isReproduced)
  }

  @Test func the_command_answers_1_where_a_figure_is_not_reproduced() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Self.text(expecting: "{total: charge, value: 0}").write(
      to: folder.appending(path: "good.yaml"), atomically: true, encoding: .utf8)
    let good = try Command.run(["conform", folder.path])
    #expect(good.exitCode == 0)
    #expect(good.output == "1 of 1 vectors reproduced (1 figure).\n")
    try Self.text(expecting: "{total: charge, value: 1}").write(
      to: folder.appending(path: "wrong.yaml"), atomically: true, encoding: .utf8)
    try "id: [".write(
      to: folder.appending(path: "broken.yaml"), atomically: true, encoding: .utf8)
    let run = try Command.run(["conform", folder.path])
    #expect(run.exitCode == 1)
    #expect(run.output.contains("1 of 3 vectors reproduced"))
    #expect(try Command.run(["conform", folder.path + "/none"]).exitCode == 2)
  }

  private static func result(expecting item: String?) throws -> ConformanceReport.Case {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).yaml")
    defer { try? FileManager.default.removeItem(at: file) }
    try text(expecting: item).write(to: file, atomically: true, encoding: .utf8)
    return try loadCase(at: file.path).conformance
  }

  /// A case without any price, in which one level is in default.
  private static func text(expecting item: String?) -> String {
    """
    id: one
    source: ours
    currency: EUR
    start: 2027-01
    term: 1 month
    metrics: {m: {scale: share}}
    terms: {service_levels: {s: {metric: m, target: 99%, compare: at_least}}}
    actuals: {attainment: {m: 98%}}

    """ + (item.map { "expected: [\($0)]\n" } ?? "")
  }
}
