import Futures
import Loading
import Quantities
import Testing

@Suite struct AggregationTests {
  private let header = "day,who,calls,answered\n"

  @Test func days_add_up_to_months_and_rates_to_the_ratio_of_sums() throws {
    let days = MappingFixture.days(from: (1, 1), to: (2, 29)) { day in
      "\(day),A,\(day.hasSuffix("5") ? 20 : 10),\(day.hasSuffix("5") ? 4 : 9)"
    }
    let fixture = MappingFixture(mapping: MappingFixture.daily, data: header + days)
    // January has the days 5, 15 and 25: 28 × 10 + 3 × 20, of which 28 × 9 + 3 × 4 are answered.
    #expect(try fixture.months("calls") == ["2024-01 340.0", "2024-02 320.0"])
    #expect(
      try fixture.months("answered") == [
        "2024-01 \(264.0 / 340) of 340.0", "2024-02 \(246.0 / 320) of 320.0",
      ])
    #expect(try fixture.gaps() == [])
    #expect(try fixture.record().shares == ["answered"])
    #expect(try fixture.record().volumes == ["calls"])
  }

  @Test func a_partial_month_at_either_end_is_left_out_of_counts_and_named() throws {
    let days = MappingFixture.days(from: (1, 2), to: (3, 30)) { "\($0),A,10,5" }
    let fixture = MappingFixture(mapping: MappingFixture.daily, data: header + days)
    #expect(try fixture.months("calls") == ["2024-02 290.0"])
    #expect(
      try fixture.months("answered") == [
        "2024-01 0.5 of 300.0", "2024-02 0.5 of 290.0", "2024-03 0.5 of 300.0",
      ])
    #expect(
      try fixture.gaps() == [
        "A calls 2024-01: 30 of 31 days, left out", "A calls 2024-03: 30 of 31 days, left out",
        "A answered 2024-01: 30 of 31 days", "A answered 2024-03: 30 of 31 days",
      ])
  }

  @Test func a_day_that_is_missing_within_leaves_its_month_out_of_counts() throws {
    let days = MappingFixture.days(from: (1, 1), to: (5, 31)) { day in
      if day.hasPrefix("2024-04") || day == "2024-02-10" { return nil }
      return day == "2024-03-03" ? "\(day),A,,5" : "\(day),A,10,5"
    }
    let fixture = MappingFixture(mapping: MappingFixture.daily, data: header + days)
    #expect(try fixture.months("calls") == ["2024-01 310.0", "2024-05 310.0"])
    #expect(
      try fixture.gaps() == [
        "A calls 2024-02: 28 of 29 days, left out", "A calls 2024-03: 30 of 31 days, left out",
        "A calls 2024-04: 0 of 30 days, left out", "A answered 2024-02: 28 of 29 days",
        "A answered 2024-03: 30 of 31 days", "A answered 2024-04: 0 of 30 days, left out",
      ])
  }

  @Test func days_on_which_it_is_closed_are_not_missing() throws {
    // 2024-01-06 was a Saturday. Good Friday, 29 March, is closed without being named.
    let mapping = MappingFixture.daily.replacing(
      "covers: day", with: "covers: day, closed: [saturday, sunday]")
    let weekend = ["06", "07", "13", "14", "20", "21", "27", "28"]
    let january = MappingFixture.days(from: (1, 1), to: (1, 31)) { day in
      weekend.contains(String(day.suffix(2))) ? nil : "\(day),A,10,5"
    }
    #expect(
      try MappingFixture(mapping: mapping, data: header + january).months("calls")
        == ["2024-01 230.0"])
    let holiday = january.replacing("2024-01-15,A,10,5\n", with: "")
    #expect(
      try MappingFixture(mapping: mapping, data: header + holiday).gaps().first
        == "A calls 2024-01: 22 of 23 days, left out")
    let zero = mapping.replacing("closed:", with: "gaps: zero, closed:")
    let fixture = MappingFixture(mapping: zero, data: header + holiday)
    #expect(try fixture.months("calls") == ["2024-01 220.0"])
    #expect(try fixture.gaps() == [])
  }

  @Test func where_gaps_are_zero_a_month_without_rows_is_zero() throws {
    let mapping = MappingFixture.daily.replacing("covers: day", with: "covers: day, gaps: zero")
    let data = header + "2024-01-01,A,7,5\n2024-03-31,A,8,5\n2024-04-02,A,8,4\n"
    let fixture = MappingFixture(mapping: mapping, data: data)
    #expect(
      try fixture.months("calls") == ["2024-01 7.0", "2024-02 0.0", "2024-03 8.0"])
    #expect(
      try fixture.gaps() == [
        "A calls 2024-04: 2 of 30 days, left out", "A answered 2024-04: 2 of 30 days",
      ])
  }

  @Test func a_mean_may_have_weights_and_a_stock_is_that_of_the_last_day() throws {
    let mapping = """
      file: data.csv
      shape: wide
      period: {column: day, format: yyyy-MM-dd, covers: day}
      provider: {column: who}
      series:
        plain: {column: wait, aggregate: mean}
        wait: {column: wait, weight: calls}
        share: {column: pct, unit: percent, weight: calls}
        backlog: {column: open, aggregate: last}

      """
    let days = MappingFixture.days(from: (1, 1), to: (2, 28)) { day in
      day.hasSuffix("01") ? "\(day),A,100,40,90%,3" : "\(day),A,0,10,50,4"
    }
    let fixture = MappingFixture(mapping: mapping, data: "day,who,calls,wait,pct,open\n" + days)
    #expect(try fixture.months("plain") == ["2024-01 \(340.0 / 31)"])
    #expect(try fixture.months("wait") == ["2024-01 40.0 of 100.0", "2024-02 40.0 of 100.0"])
    #expect(try fixture.months("share") == ["2024-01 0.9 of 100.0", "2024-02 0.9 of 100.0"])
    #expect(try fixture.months("backlog") == ["2024-01 4.0"])
    #expect(
      try fixture.gaps() == [
        "A plain 2024-02: 28 of 29 days, left out", "A wait 2024-02: 28 of 29 days",
        "A share 2024-02: 28 of 29 days", "A backlog 2024-02: no end, left out",
      ])
  }

  @Test func a_month_without_cases_has_no_rate() throws {
    let days = MappingFixture.days(from: (1, 1), to: (1, 31)) { "\($0),A,0,0" }
    let fixture = MappingFixture(mapping: MappingFixture.daily, data: header + days)
    #expect(try fixture.months("calls") == ["2024-01 0.0"])
    #expect(try fixture.gaps() == ["A answered 2024-01: no cases, left out"])
  }

  @Test func several_rows_of_a_month_are_put_together_where_the_mapping_says_so() throws {
    let mapping = """
      file: data.csv
      shape: wide
      period: {column: m, format: MMM-yy}
      provider: {name: incumbent}
      rows: several
      series:
        calls: {column: calls, aggregate: sum}
        speed: {column: pct, unit: percent, weight: calls}
        open: {column: open, aggregate: last}

      """
    let data = "m,site,calls,pct,open\nJan-24,x,100,80,3\nJan-24,y,300,60,4\nFeb-24,x,50,70,5\n"
    let fixture = MappingFixture(mapping: mapping, data: data)
    #expect(try fixture.months("calls", of: "incumbent") == ["2024-01 400.0", "2024-02 50.0"])
    #expect(
      try fixture.months("speed", of: "incumbent") == [
        "2024-01 \((100 * 0.8 + 300 * 0.6) / 400) of 400.0", "2024-02 0.7 of 50.0",
      ])
    // Stocks of two sites add up.
    #expect(try fixture.months("open", of: "incumbent") == ["2024-01 7.0", "2024-02 5.0"])
  }
}
