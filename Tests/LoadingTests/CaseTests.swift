import Contracts
import Foundation
import Futures
import Testing

@testable import Loading

@Suite struct CaseTests {
  private static let head = """
    id: one
    source: ours
    currency: EUR
    start: 2027-01
    term: 3 months
    service_lines: {calls: {unit: call}}
    metrics: {m: {scale: share}}
    terms: {service_levels: {s: {metric: m, target: 99%, compare: at_least}}}

    """

  private static func read(_ rest: String, table: String? = nil) throws -> SettlementCase {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let file = folder.appending(path: "one.yaml")
    try (head + rest).write(to: file, atomically: true, encoding: .utf8)
    try table?.write(to: folder.appending(path: "t.csv"), atomically: true, encoding: .utf8)
    return try loadCase(at: file.path)
  }

  @Test(arguments: [
    (
      "actuals: {volumes: {cals: 5}}",
      "one.yaml:9:21: actuals/volumes/cals: expected a name declared under service_lines, found "
        + "cals; did you mean calls?"
    ),
    ("actuals: {attainment: {m: 98%}}", "one.yaml:9:1: actuals/volumes/calls: missing"),
    (
      "actuals: {volumes: {calls: [5, 6]}, attainment: {m: [98%, 97%, 99%]}}",
      "one.yaml:9:28: actuals/calls: expected 3 values, found 2"
    ),
    (
      "actuals: {volumes: {calls: [1, 2, 3, 4]}}",
      "one.yaml:9:1: actuals: expected 1 to 3, found 4 months"
    ),
    (
      "actuals: {volumes: {calls: 5}, attainment: {m: 140%}}",
      "one.yaml:9:48: actuals/attainment/m: expected a value in the range of a share, found 140%"
    ),
    (
      "actuals: {volumes: {calls: 5}, attainment: {m: {good: [98]}}}",
      "one.yaml:9:45: actuals/attainment/m/of: missing"
    ),
    ("actuals: {file: none.csv}", "one.yaml:9:17: there is no such file, found none.csv"),
    (
      "actuals: {volumes: {calls: 5}}\nexpected: [{figure: points, value: 1}]",
      "one.yaml:10:21: expected/1/figure: expected one of <clause>/<figure>, found points"
    ),
    (
      "actuals: {volumes: {calls: 5}}\nexpected: [{total: charge}]",
      "one.yaml:10:12: expected/1/value: missing"
    ),
    (
      "actuals: {volumes: {calls: 5}}\nexpected: [{reading: other, total: charge, value: 1}]",
      "one.yaml:10:22: expected/1/reading: expected a name declared under readings, found other"
    ),
  ])
  func a_faulty_case_says_what_is_wrong(_ rest: String, _ fault: String) throws {
    let error = try #require(throws: LoadingError.self) { try Self.read(rest) }
    #expect(error.description == fault)
  }

  @Test(arguments: [
    (
      "month,calls,m\n1,5,98%\n3,5,98%\n",
      "t.csv:3:1: month: not allowed: month 2: months in order from 1, without gaps, found 3"
    ),
    ("month,calls,n\n1,5,98%\n", "t.csv:1:3: n: unknown column"),
    ("month,calls\n1,many\n", "t.csv:2:2: calls: not a number, found many"),
  ])
  func a_faulty_table_says_what_is_wrong(_ table: String, _ fault: String) throws {
    let error = try #require(throws: LoadingError.self) {
      try Self.read("actuals: {file: t.csv}", table: table)
    }
    #expect(error.description == fault)
  }

  @Test func one_value_holds_for_all_months() throws {
    let read = try Self.read("actuals: {volumes: {calls: 5}, attainment: {m: [98%, null, 0.5]}}")
    #expect(read.actuals.months == 3)
    #expect(read.actuals.volumes == ["calls": [5, 5, 5]])
    #expect(read.actuals.attainments["m"]?.map { $0.isNaN ? -1 : $0 } == [0.98, -1, 0.5])
  }

  @Test func a_share_may_be_counted() throws {
    let read = try Self.read(
      "actuals: {volumes: {calls: 5}, attainment: {m: {good: [3, 4], of: 4}}}")
    #expect(read.actuals.attainments == ["m": [0.75, 1]])
  }

  @Test func actual_volumes_are_the_baseline_where_none_is_stated() throws {
    let read = try Self.read("actuals: {volumes: {calls: [5, 6]}}")
    #expect(read.event.serviceLines[0].baseline == [5, 6, 6])
  }

  @Test func a_reading_is_laid_over_the_contract() throws {
    let read = try Self.read(
      "readings: {strict: {service_levels: {s: {target: 99.9%}}}}\n"
        + "actuals: {volumes: {calls: 5}}")
    #expect(read.readings.map(\.name) == ["", "strict"])
    let targets = read.readings.map { reading in
      reading.contract.clauses.map { named in
        if case .serviceLevel(let level) = named.clause { level.target } else { 0.0 }
      }
    }
    #expect(targets == [[0.99], [0.999]])
  }

  @Test func a_value_has_the_decimals_that_are_written() throws {
    let read = try Self.read(
      "actuals: {volumes: {calls: 5}}\nexpected:\n"
        + "  - {total: charge, values: [2000.00, 7, null]}\n  - {default: s, month: 2, value: true}"
    )
    #expect(
      read.expected == [
        Expectation(.total(.charge), in: .month(1), is: .number(2_000, places: 2)),
        Expectation(.total(.charge), in: .month(2), is: .number(7, places: 0)),
        Expectation(.total(.charge), in: .month(3), is: .notStated),
        Expectation(.isDefault(level: "s"), in: .month(2), is: .number(1, places: 0)),
      ])
  }
}
