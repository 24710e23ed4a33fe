import Contracts
import Futures
import Quantities
import Settlement
import TestKit
import Testing

@Suite struct ReplayTests {
  private static func month(_ text: String) throws -> CalendarMonth {
    try #require(CalendarMonth(text))
  }

  /// An event of `horizon` months from April 2027, live in its third month.
  private static func event(horizon: Int = 24) throws -> Event {
    Event(
      id: "event", title: "Event", currency: "EUR", firstMonth: try month("2027-04"),
      horizon: horizon, goLive: 3,
      serviceLines: ["calls", "chats"].map {
        ServiceLine(
          id: $0, name: $0, unit: "unit", baseline: Array(repeating: 100, count: horizon))
      },
      metrics: [Metric(id: "answered", name: "Answered", link: .logit)],
      discounting: Discounting(rate: 0.1))
  }

  private static func series(
    from first: String, _ values: [Double?]
  ) throws -> [History.Observation] {
    let first = try month(first)
    return values.enumerated().compactMap { place, value in
      value.map { History.Observation(month: first + place, value: $0) }
    }
  }

  private static func record(
    horizon: Int = 24, from first: String, _ answered: [Double?],
    volumes: [History.Key: [History.Observation]] = [:], demand: [String: History.Key] = [:]
  ) throws -> ServiceRecord? {
    var history = History(series: volumes)
    history.series[.init(provider: "A", series: "answered")] = try series(from: first, answered)
    return ServiceRecord(
      of: "A", in: history, demand: demand, event: try event(horizon: horizon),
      metrics: ["answered"], indices: [])
  }

  // Live from 2027-06; the first August from then on is contract month 5.
  @Test func a_record_begins_in_its_own_month_of_the_year() throws {
    let record = try #require(try Self.record(from: "2020-08", [0.9, 0.7, nil, 0.8]))
    #expect(record.months == 5...8)
    #expect(try record.recordedMonth(in: 5) == Self.month("2020-08"))
    #expect(try record.missing == ["answered": [Self.month("2020-10")]])
    let answered = try #require(record.actuals.attainments["answered"])
    #expect(answered[..<4].allSatisfy { $0.isNaN } && answered[6].isNaN)
    #expect(answered[4] == 0.9 && answered[5] == 0.7 && answered[7] == 0.8)
    #expect(record.volumes == ["calls": .baseline, "chats": .baseline])
  }

  // June is the month of go-live itself, and May the last before it a year on.
  @Test(arguments: [("2020-06", 3), ("2020-05", 14), ("2020-04", 13), ("2021-07", 4)])
  func a_record_lies_from_go_live_on(first: String, month: Int) throws {
    #expect(try Self.record(from: first, [0.9])?.months == month...month)
  }

  // 30 months from contract month 4 on, of which 21 are left: a year is left out, the rest fits.
  @Test func the_first_years_of_a_long_record_are_left_out() throws {
    let record = try #require(
      try Self.record(from: "2020-07", (0..<33).map { Double($0) / 100 }))
    #expect(record.months == 4...24)
    #expect(try record.recordedMonth(in: 4) == Self.month("2021-07"))
    #expect(record.actuals.attainments["answered"]?[3] == 0.12)
    #expect(try record.recorded == Self.month("2020-07")...Self.month("2023-03"))
  }

  // 30 months for 21 of the contract: the year before is not left out, for the rest would be too short.
  @Test func the_last_months_of_a_record_may_be_left_out() throws {
    let record = try #require(try Self.record(from: "2020-07", Array(repeating: 0.9, count: 30)))
    #expect(record.months == 4...24)
    #expect(try record.recordedMonth(in: 4) == Self.month("2020-07"))
  }

  @Test func nothing_on_record_is_no_record() throws {
    #expect(try Self.record(from: "2020-07", [nil]) == nil)
    #expect(try Self.record(horizon: 3, from: "2020-07", [0.9]) == nil)
  }

  @Test func volumes_are_the_providers_own_or_those_of_demand() throws {
    let demand = History.Key(provider: "today", series: "calls_in")
    let record = try #require(
      try Self.record(
        from: "2020-08", [0.9, 0.9, 0.9],
        volumes: [
          .init(provider: "A", series: "chats"): Self.series(from: "2020-08", [7, nil, 9]),
          demand: Self.series(from: "2020-09", [55]),
        ], demand: ["calls": demand, "chats": demand]))
    #expect(record.volumes == ["calls": .demand(demand), "chats": .own])
    #expect(record.filled == ["calls": 2, "chats": 1])
    #expect(record.actuals.volumes["chats"]?[4...] == [7, 100, 9])
    #expect(record.actuals.volumes["calls"]?[4...] == [100, 55, 100])
  }

  // 5 % of 1,000 a default, the first three of four months; 80 in a year at most.
  @Test func a_replay_states_what_the_ledger_does_month_by_month() throws {
    let record = try #require(try Self.record(from: "2020-08", [0.7, 0.7, nil, 0.75, 0.9]))
    let clauses: [Contract.Named] = [
      .init("fee", .fixedFee(FixedFee(amount: 1000))),
      .init(
        "answer",
        .serviceLevel(ServiceLevel(metric: "answered", target: 0.8, comparison: .atLeast))),
      .init("credit", .fixedCredit(FixedCredit(level: "answer", share: 0.05))),
      .init("long", .longCreditCap(LongCreditCap(.amount(80), window: .year))),
    ]
    let contract = try Contract(id: "bid", clauses: clauses).resolved(
      in: Self.event(), metrics: ["answered"])
    let replayed = ReplayedRegime(of: contract, on: record)
    #expect(replayed.months.map(\.month) == [5, 6, 7, 8, 9])
    #expect(replayed.months.map(\.paid) == [50, 30, 0, 0, 0])
    #expect(replayed.months.map { $0[.longCap] } == [0, -20, 0, -50, 0])
    #expect(replayed.months.map(\.isCapped) == [false, true, false, true, false])
    #expect(replayed.months.map(\.defaults) == [[0], [0], [], [0], []])
    #expect(replayed.paid == 80 && replayed.charge == 5000 && replayed[.stated] == 150)
    let level = try #require(replayed.levels.first)
    #expect(level.judged == 4 && level.defaults == 3 && level.stated == 150)
  }
}
