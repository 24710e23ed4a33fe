import Futures
import Loading
import Testing

@Suite struct WeekTests {
  private let mapping = """
    file: data.csv
    shape: wide
    period: {column: week, format: yyyy-MM-dd, covers: week, week: starts}
    provider: {name: A}
    series:
      calls: {column: calls, aggregate: sum}
      answered: {of: answered, per: calls}
      open: {column: open, aggregate: last}

    """

  /// Weeks from Monday 1 January to Sunday 7 April 2024: 4 weeks and 3 days of January, 4 days,
  /// 3 weeks and 4 days of February, 3 days and 4 weeks of March.
  private let mondays = [
    "2024-01-01", "2024-01-08", "2024-01-15", "2024-01-22", "2024-01-29", "2024-02-05",
    "2024-02-12", "2024-02-19", "2024-02-26", "2024-03-04", "2024-03-11", "2024-03-18",
    "2024-03-25", "2024-04-01",
  ]

  private func data(_ days: [String]) -> String {
    "week,calls,answered,open\n"
      + days.enumerated().map { "\($1),70,\($0 == 4 ? 70 : 35),\($0)\n" }.joined()
  }

  @Test func counts_are_split_by_days_and_rates_go_to_the_month_of_most_days() throws {
    let fixture = MappingFixture(mapping: mapping, data: data(mondays))
    #expect(
      try fixture.months("calls") == ["2024-01 310.0", "2024-02 290.0", "2024-03 310.0"])
    // The week from 29 January has four days of February.
    #expect(
      try fixture.months("answered") == [
        "2024-01 0.5 of 280.0", "2024-02 \(210.0 / 350) of 350.0", "2024-03 0.5 of 280.0",
        "2024-04 0.5 of 70.0",
      ])
    #expect(try fixture.months("open") == ["2024-01 3.0", "2024-02 7.0", "2024-03 12.0"])
    #expect(
      try fixture.gaps() == [
        "A calls 2024-04: 7 of 30 days, left out", "A answered 2024-04: 1 of 4 weeks",
        "A open 2024-04: no end, left out",
      ])
  }

  @Test func a_week_may_be_named_by_its_last_day() throws {
    let sundays = [
      "2024-01-07", "2024-01-14", "2024-01-21", "2024-01-28", "2024-02-04", "2024-02-11",
      "2024-02-18", "2024-02-25", "2024-03-03", "2024-03-10", "2024-03-17", "2024-03-24",
      "2024-03-31", "2024-04-07",
    ]
    let ends = MappingFixture(
      mapping: mapping.replacing("week: starts", with: "week: ends"), data: data(sundays))
    let starts = MappingFixture(mapping: mapping, data: data(mondays))
    #expect(try ends.record().history == starts.record().history)
    #expect(try ends.gaps() == starts.gaps())
  }

  @Test func a_week_that_is_missing_is_named() throws {
    let fixture = MappingFixture(
      mapping: mapping, data: data(mondays.filter { $0 != "2024-01-29" }))
    #expect(
      try fixture.gaps() == [
        "A calls 2024-01: 28 of 31 days, left out", "A calls 2024-02: 25 of 29 days, left out",
        "A calls 2024-04: 7 of 30 days, left out", "A answered 2024-02: 4 of 5 weeks",
        "A answered 2024-04: 1 of 4 weeks", "A open 2024-04: no end, left out",
      ])
  }

  @Test func weeks_begin_on_the_same_day() throws {
    let fixture = MappingFixture(mapping: mapping, data: data(["2024-01-01", "2024-01-09"]))
    #expect(
      try fixture.faults()
        == ["data.csv:3:1: week: expected a Monday, as the weeks before, found 2024-01-09"])
  }

  @Test func a_week_is_there_once() throws {
    let fixture = MappingFixture(mapping: mapping, data: data(["2024-01-01", "2024-01-01"]))
    let fault = "several rows for one provider, week and series, found 2024-01-01"
    #expect(
      try fixture.faults() == [
        "data.csv:3:2: calls: \(fault)", "data.csv:3:3: answered: \(fault)",
        "data.csv:3:4: open: \(fault)",
      ])
  }
}
