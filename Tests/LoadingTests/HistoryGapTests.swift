import Contracts
import FoundationEssentials
import Futures
import Quantities
import Testing

@testable import Loading

/// What an event says of months that are not whole, and of what a mapping says of its series.
@Suite struct HistoryGapTests {
  private static let mapping = """
    file: data.csv
    shape: wide
    period: {column: day, format: yyyy-MM-dd, covers: day}
    provider: {column: who}
    series:
      calls: {column: calls, aggregate: sum}
      speed: {of: fast, per: calls, better: lower, target: 85%}

    """

  private static let history = """
    day,who,calls,fast

    """
    + [(2024, "A"), (2025, "A"), (2024, "B"), (2025, "B")].map { year, who in
      MappingFixture.days(from: (1, who == "A" ? 3 : 1), to: (12, 31), year: year) { day in
        let fast = 800 + day.utf8.reduce(0) { $0 ^ Int($1) }
        return day == "2025-02-29" ? nil : "\(day),\(who),1000,\(fast)"
      }
    }.joined()

  private func fixture() -> EventFixture {
    var fixture = EventFixture().replacing("assumptions:\n", with: HistoryTests.assumption)
    fixture.files["bids/beta/1/bid.yaml"] = EventFixture.bid
    fixture.files["bids/beta/1/prices.csv"] = EventFixture.prices
    fixture.files["map.yaml"] = Self.mapping
    fixture.files["data.csv"] = Self.history
    return fixture
  }

  @Test func an_event_notes_what_is_not_whole_of_the_series_that_it_uses() throws {
    let notes = try fixture().load().notes
    let months = try ["2024-01", "2025-01"].map { try #require(CalendarMonth($0)) }
    #expect(
      notes.contains(
        .monthsNotWhole(provider: "A", series: ["calls"], months: months, areDropped: true)))
    #expect(
      notes.contains(
        .monthsNotWhole(provider: "A", series: ["speed"], months: months, areDropped: false)))
    #expect(notes.contains(.historyAgainstMetric(metric: "speed", better: .lower)))
    let ofB = notes.filter { note in
      guard case .monthsNotWhole("B", _, _, _) = note else { return false }
      return true
    }
    #expect(ofB.isEmpty)
  }

  @Test func a_rate_the_wrong_way_round_is_refused() throws {
    let turned = fixture().replacing(
      "of: fast, per: calls", with: "of: calls, per: fast", in: "map.yaml")
    #expect(
      try turned.faults() == [
        "map.yaml:7:3: series/speed: 48 values of this rate lie outside 0 to 1; are of and per the "
          + "wrong way round?"
      ])
  }

  @Test func series_with_the_same_months_share_a_note() throws {
    let month = try #require(CalendarMonth("2024-01"))
    let gaps = ["b", "a", "c"].map { name in
      HistoryGap(
        provider: "A", series: name, month: month, reason: .noEnd, isDropped: name != "c")
    }
    #expect(
      gaps.notes == [
        .monthsNotWhole(provider: "A", series: ["a", "b"], months: [month], areDropped: true),
        .monthsNotWhole(provider: "A", series: ["c"], months: [month], areDropped: false),
      ])
  }

  @Test func a_share_that_is_averaged_without_cases_is_a_fault_where_the_event_knows_it() throws {
    let mapping = Self.mapping.replacing(
      "of: fast, per: calls", with: "column: fast, aggregate: mean")
    var fixture = fixture()
    fixture.files["map.yaml"] = mapping
    fixture.files["data.csv"] = Self.history.replacing(",1000,8", with: ",1000,0.8")
    #expect(
      try fixture.faults() == [
        "map.yaml:7:3: series/speed: several rows of a share are put together by their cases: add of "
          + "and per, or weight"
      ])
  }

  @Test func targets_and_directions_are_kept() throws {
    let mapping = """
      file: data.csv
      shape: wide
      period: {column: month, format: yyyyMM}
      provider: {name: A}
      series:
        speed: {column: speed, unit: percent, better: higher, target: {column: goal}}
        wait: {column: wait, better: lower, target: 20}
        plain: {column: wait}

      """
    let data = "month,speed,wait,goal\n202401,80,15,75\n202402,81,16,77.5\n202403,82,17,\n"
    let record = try MappingFixture(mapping: mapping, data: data).record()
    let speed = History.Key(provider: "A", series: "speed")
    let months = try ["2024-01", "2024-02", "2024-03"].map { try #require(CalendarMonth($0)) }
    #expect(months.map { record.target(of: speed, in: $0) } == [0.75, 0.775, nil])
    #expect(record.target(of: History.Key(provider: "A", series: "wait"), in: months[0]) == 20)
    #expect(record.series.map(\.better) == [.higher, .lower, nil])
    #expect(record.series.map(\.isRate) == [true, false, false])
    #expect(record.series.map(\.aggregation) == [nil, nil, nil])
  }

  @Test func a_target_of_days_is_the_latest_of_the_month() throws {
    let mapping = Self.mapping.replacing(
      "target: 85%", with: "target: {column: goal, unit: percent}")
    let rows = MappingFixture.days(from: (1, 1), to: (1, 31)) { day in
      "\(day),A,10,9,\(day.suffix(2) == "20" ? "90" : day.suffix(2) > "20" ? "" : "80")"
    }
    let record = try MappingFixture(
      mapping: mapping, data: "day,who,calls,fast,goal\n" + rows
    ).record()
    let month = try #require(CalendarMonth("2024-01"))
    let key = History.Key(provider: "A", series: "speed")
    #expect(record.targets == [key: [month: 0.9]])
  }

  @Test func a_few_rows_far_apart_are_not_millions_of_months() throws {
    let rows = (0..<60).map { "1950-01-01,\($0),9,9\n2150-01-01,\($0),9,9\n" }.joined()
    let faults = try MappingFixture(
      mapping: MappingFixture.daily, data: "day,who,calls,answered\n" + rows
    ).faults()
    #expect(
      faults == [
        "data.csv: more than 100000 months that are not whole, or 2000000 in all: are dates or "
          + "providers misread?"
      ])
  }

  @Test func memory_is_bounded_whatever_a_file_holds() throws {
    var cells = HistoryCells(seriesCount: 2, most: 5)
    #expect(cells.place(0, 0, 1) == 1)
    #expect(cells.place(0, 1, 0) == 2)
    #expect(cells.place(0, 2, 0) == nil)
    #expect(cells.place(0, 1, 1) == 3)
    #expect(cells.number(of: "A") == 0)
    #expect(cells.number(of: String(repeating: "B", count: 1 << 26)) == nil)
    let fixture = EventFixture(files: ["data.csv": "m,p,c\n2024-01,A,1\n2024-01,B,1\n"])
    let findings = Findings()
    let mapping = Mapping(
      file: "data.csv", source: "", shape: .wide,
      period: MappingPeriod(column: "m", format: .yearMonth), provider: .column("p"), filters: [],
      format: Mapping.Format(), hasSeveralRows: false,
      series: [
        MappedSeries(
          name: "c", origin: .value("c"), aggregation: .mean, isPercent: false,
          spot: Spot(file: "map.yaml"))
      ])
    _ = try fixture.written { folder in
      try HistoryRows(
        mapping, path: "\(folder)/data.csv", named: "data.csv", findings: findings, mostCells: 1
      ).read()
    }
    #expect(
      findings.faults.map(\.description) == [
        "data.csv: has more than 1 values by provider, month and series; filters may leave some out"
      ])
  }
}
