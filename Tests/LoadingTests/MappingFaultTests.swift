import Loading
import Testing

/// One change to a good mapping that makes it faulty, and the faults as a person reads them.
@Suite struct MappingFaultTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var old: String
    var new: String
    var faults: [String]

    var testDescription: String { new }

    init(_ old: String, _ new: String, _ faults: String...) {
      (self.old, self.new, self.faults) = (old, new, faults)
    }
  }

  static let data = """
    day,who,kind,calls,answered,pct,"cases, all"
    2024-01-01,A,voice,10,5,50,10
    2024-01-02,A,voice,20,5,25,20
    2024-01-03,B,chat,30,5,12,30

    """

  static let cases = [
    Case(
      "yyyy-MM-dd", "yyyy-'Q'Q",
      "map.yaml:3:31: period/format: quarters are not read, for they do not say what happened in "
        + "each month, found yyyy-'Q'Q"),
    Case(
      "covers: day", "covers: quarter",
      "map.yaml:3:51: period/covers: quarters are not read, for they do not say what happened in "
        + "each month, found quarter"),
    Case(
      "covers: day", "covers: days",
      "map.yaml:3:51: period/covers: expected one of month, week, day, found days; did you mean day?"
    ),
    Case(
      "yyyy-MM-dd", "yyyy-MM",
      "map.yaml:3:31: period/format: expected a format with a day, such as yyyy-MM-dd, where covers "
        + "is day, found yyyy-MM"),
    Case("covers: day", "covers: week", "map.yaml:3:1: period/week: missing"),
    Case(
      "covers: day", "covers: week, week: begins",
      "map.yaml:3:63: period/week: expected one of starts, ends, found begins"),
    Case(
      "covers: day", "covers: day, closed: [sunda]",
      "map.yaml:3:65: period/closed/1: expected one of monday, tuesday, wednesday, thursday, friday, "
        + "saturday, sunday, found sunda; did you mean sunday?"),
    Case(
      "covers: day", "covers: day, gaps: none",
      "map.yaml:3:62: period/gaps: expected one of drop, zero, found none"),
    Case(
      ", aggregate: sum", "",
      "map.yaml:6:3: series/calls/aggregate: several rows a month need aggregate: sum, mean or last"
    ),
    Case(
      "aggregate: sum", "aggregate: total",
      "map.yaml:6:37: series/calls/aggregate: expected one of sum, mean, last, found total"),
    Case(
      "aggregate: sum", "unit: percent",
      "map.yaml:6:3: series/calls: several rows of a share are put together by their cases: add of "
        + "and per, or weight"),
    Case(
      "aggregate: sum", "unit: percent, aggregate: mean",
      "map.yaml:6:3: series/calls: several rows of a share are put together by their cases: add of "
        + "and per, or weight"),
    Case(
      "aggregate: sum", "aggregate: sum, weight: answered",
      "map.yaml:6:37: series/calls/aggregate: expected nothing beside weight, found sum"),
    Case(
      "per: calls", "per: calls, unit: percent",
      "map.yaml:7:42: series/rate/unit: expected nothing beside of and per, found percent"),
    Case(
      "per: calls", "column: calls",
      "map.yaml:7:3: series/rate/per: missing",
      "map.yaml:7:32: series/rate/column: expected nothing beside of and per, found calls"),
    Case(
      "per: calls", "per: calls, target: {colum: pct}",
      "map.yaml:7:45: series/rate/target/colum: unknown key; did you mean column?"),
    Case(
      "per: calls", "per: calls, better: more",
      "map.yaml:7:44: series/rate/better: expected one of higher, lower, found more"),
    Case(
      "series:\n", "service: {column: kind}\nseries:\n",
      "map.yaml:7:3: series/calls/service: missing", "map.yaml:8:3: series/rate/service: missing"),
    Case(
      "series:\n", "thousands: \".\"\nseries:\n",
      "map.yaml:5:12: thousands: expected a mark other than the decimal one, found \".\""),
    Case(
      "series:\n", "missing: n/a\nseries:\n", "map.yaml:5:10: missing: expected a list, found n/a"),
    Case(
      "series:\n", "rows: many\nseries:\n",
      "map.yaml:5:7: rows: expected one of one, several, found many"),
    Case(
      "series:\n", "filters: {kind: [voice, chats]}\nseries:\n",
      "map.yaml:5:25: filters/kind: occurs in no row of the history, found chats; did you mean chat?"
    ),
    Case(
      "series:\n", "filters: {kind: []}\nseries:\n",
      "map.yaml:5:17: filters/kind: expected at least one value, found a list of 0"),
    Case(
      "series:\n", "filters: {kind: {not: [voice, chat]}}\nseries:\n",
      "map.yaml:5:17: filters/kind: no row of the history passes, found not voice, chat"),
    Case(
      "series:\n", "filters: {calls: {at_least: 31}}\nseries:\n",
      "map.yaml:5:18: filters/calls: no row of the history passes, found at_least 31"),
    Case(
      "series:\n", "filters: {calls: {more_than: 20}, who: A}\nseries:\n",
      "map.yaml:5:18: filters: no row of the history passes"),
    Case(
      "series:\n", "filters: {calls: {at_lest: 31}}\nseries:\n",
      "map.yaml:5:19: filters/calls/at_lest: unknown key; did you mean at_least?"),
    Case(
      "series:\n", "filters: {calls: {at_least: many}}\nseries:\n",
      "map.yaml:5:29: filters/calls/at_least: expected a number without quotes, found many"),
    Case(
      "series:\n", "filters: {calls: {}}\nseries:\n",
      "map.yaml:5:18: filters/calls: expected one of not, at_least, more_than, at_most, less_than, "
        + "found {}"),
    Case(
      "series:\n", "filters: {calls: {not: 10, at_most: 5}}\nseries:\n",
      "map.yaml:5:37: filters/calls/at_most: expected nothing beside not, found 5"),
    Case(
      "series:\n", "filters: {kind: {at_least: 1}}\nseries:\n",
      "data.csv:2:3: kind: not a number, found voice",
      "data.csv:3:3: kind: not a number, found voice",
      "data.csv:4:3: kind: not a number, found chat"),
  ]

  @Test(arguments: cases)
  func a_fault_of_a_mapping_tells_what_to_write(_ one: Case) throws {
    let mapping = MappingFixture.daily.replacing("answered: {", with: "rate: {")
    try #require(mapping.contains(one.old))
    let fixture = MappingFixture(
      mapping: mapping.replacing(one.old, with: one.new), data: Self.data)
    let faults = try fixture.faults()
    #expect(faults.joined(separator: "\n") == one.faults.joined(separator: "\n"))
  }

  @Test(arguments: [
    (
      "2024-Q1,A,voice,10,5,50,10",
      "data.csv:5:1: day: quarters are not read, for they do not say what happened in each month, "
        + "found 2024-Q1"
    ),
    (
      "2024-01-02,A,voice,1,1,1,1",
      "data.csv:5:4: calls: several rows for one provider, day and series, found 2024-01-02"
    ),
    (
      "2024-01-04,A,voice,-1,1,1,1",
      "data.csv:5:4: calls: expected at least 0, found -1"
    ),
    ("2024-01-04,A,voice,*,1,1,1", "data.csv:5:4: calls: not a number, found *"),
    (
      "04/01/2024,A,voice,1,1,1,1",
      "data.csv:5:1: day: expected a month written yyyy-MM-dd, found 04/01/2024"
    ),
  ])
  func a_fault_of_a_row_tells_its_place(row: String, fault: String) throws {
    let fixture = MappingFixture(mapping: MappingFixture.daily, data: Self.data + row + "\n")
    let faults = try fixture.faults()
    #expect(faults.contains(fault), "\(faults)")
  }

  @Test func a_service_that_no_row_has_is_named_with_the_one_perhaps_meant() throws {
    let mapping = """
      file: data.csv
      shape: wide
      period: {column: day, format: yyyy-MM-dd, covers: day}
      provider: {column: who}
      service: {column: kind}
      series:
        calls: {service: Voice, column: calls, aggregate: sum}
        chats: {service: chat, column: calls, aggregate: sum}

      """
    #expect(
      try MappingFixture(mapping: mapping, data: Self.data).faults() == [
        "map.yaml:7:3: series/calls/service: occurs in no row of the history, found Voice; did you "
          + "mean voice?"
      ])
  }

  @Test func words_for_what_is_missing_are_not_numbers() throws {
    let mapping = MappingFixture.daily.replacing(
      "series:\n", with: "missing: [\"*\", n/a]\nseries:\n")
    let rows = "2024-01-04,A,voice,*,1,1,1\n2024-01-05,A,voice,n/a,1,1,1\n"
    let fixture = MappingFixture(mapping: mapping, data: Self.data + rows)
    #expect(try fixture.faults() == [])
    #expect(try fixture.months("answered") == ["2024-01 \(10.0 / 30) of 30.0"])
  }

  @Test func one_wrong_word_for_a_thousands_mark_is_named() throws {
    let mapping = MappingFixture.daily.replacing(
      "series:\n", with: "thousands: \"_\"\nseries:\n")
    #expect(
      try MappingFixture(mapping: mapping, data: Self.data).faults()
        == ["map.yaml:5:12: thousands: expected one of ,, .,  , ', found \"_\""])
  }
}
