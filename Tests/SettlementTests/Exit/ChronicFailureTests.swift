import Contracts
import Futures
import Quantities
import Rows
import Settlement
import TestKit
import Testing

@Suite struct ChronicFailureTests {
  @Test func the_page_says_when_a_right_arises_and_ends_the_contract() throws {
    let rows = try ClausePage("ChronicFailure").rows
    let defaults = try rows.map { row in try row.number("default") == 1 }
    let settled = try Self.settled(
      defaults,
      ChronicFailure(level: "answer", defaults: 3, window: 6, exercise: .always, notice: 1))
    for row in rows {
      let month = Int(try row.number("month"))
      row.expect(settled.openMonths(of: "right").contains(month) ? 1 : 0, in: "open")
      row.expect(settled.exercises.contains(month) ? 1 : 0, in: "exercised")
      row.expect(settled.liveMonths.contains(month) ? 1 : 0, in: "live")
      let window = settled.defaults(of: "answer").filter { (month - 5...month).contains($0) }
      row.expect(Double(window.count), in: "in window")
    }
  }

  private static func settled(
    _ defaults: [Bool], _ rights: ChronicFailure..., from first: Int = 1, leavingPays: [Bool] = []
  ) throws -> Settled {
    let bench = Bench(
      months: defaults.count, attainments: ["answered": defaults.map { $0 ? 0.7 : 0.9 }],
      leavingPays: leavingPays)
    let names = ["right", "other"]
    return try bench.settle(
      zip(names, rights).map { .init($0, .chronicFailure($1)) } + [
        .init("fee", .fixedFee(FixedFee(amount: 100))),
        .init(
          "answer",
          .serviceLevel(
            ServiceLevel(
              metric: "answered", target: 0.8, comparison: .atLeast, firstMonth: first))),
        .init("takeover", .replacement(Replacement(multiple: 1, base: .stated(10)))),
      ])
  }

  private static func right(
    _ defaults: Int, in window: Int, _ exercise: Exercise = .always, notice: Int = 0
  ) -> ChronicFailure {
    ChronicFailure(
      level: "answer", defaults: defaults, window: window, exercise: exercise, notice: notice)
  }

  @Test func a_window_looks_back_on_exactly_k_months() throws {
    let two = [true, false, false, true, false]
    #expect(try Self.settled(two, Self.right(2, in: 3)).exercises == [])
    #expect(try Self.settled(two, Self.right(2, in: 4)).exercises == [4])
  }

  /// All sets of defaults that give the right are looked through.
  @Test(arguments: 1...9)
  func the_reach_of_a_right_is_the_farthest_between_neighbours(window: Int) throws {
    for defaults in 1...window {
      let sets = (1..<(1 << window)).map { set in (0..<window).filter { set >> $0 & 1 == 1 } }
      let gaps = sets.filter { $0.count == defaults }.flatMap { months in
        zip(months, months.dropFirst()).map { $1 - $0 }
      }
      let contract = try Bench(months: 1, attainments: ["answered": [1]]).resolved([
        .init("narrow", .chronicFailure(Self.right(1, in: 1))),
        .init("right", .chronicFailure(Self.right(defaults, in: window))),
        .init(
          "answer",
          .serviceLevel(ServiceLevel(metric: "answered", target: 0.8, comparison: .atLeast))),
        .init("takeover", .replacement(Replacement(multiple: 1, base: .stated(10)))),
      ])
      #expect(contract.rightReaches == [gaps.max() ?? 0])
    }
  }

  @Test func as_many_defaults_as_months_are_a_run() throws {
    let settled = try Self.settled(
      [true, true, false, true, true, true], Self.right(3, in: 3, .never))
    #expect(settled.openMonths(of: "right") == [6])
    #expect(settled.hasRight)
  }

  @Test func a_right_that_is_never_exercised_changes_nothing() throws {
    let settled = try Self.settled([true, true, true], Self.right(1, in: 1, .never))
    #expect(settled.openMonths(of: "right") == [1, 2, 3])
    #expect(settled.liveMonths == [1, 2, 3])
    #expect(settled.cost == 300)
    #expect(!settled.isLeft)
  }

  @Test func the_ramp_gives_no_right() throws {
    let settled = try Self.settled(
      [true, true, true, true], Self.right(2, in: 32, .never), from: 3)
    #expect(settled.openMonths(of: "right") == [4])
  }

  @Test func the_contract_is_served_through_the_notice() throws {
    let settled = try Self.settled([true, false, false, false], Self.right(1, in: 1, notice: 2))
    #expect(settled.exercises == [1])
    #expect(settled.amounts(of: "fee") == [100, 100, 100, 0])
    #expect(settled.amounts(of: "takeover") == [0, 0, 0, 10])
  }

  @Test func a_right_that_arises_in_the_last_month_ends_nothing_within_the_horizon() throws {
    let settled = try Self.settled([false, false, true], Self.right(1, in: 1))
    #expect(settled.exercises == [3])
    #expect(settled.liveMonths == [1, 2, 3])
    #expect(settled.isLeft)
  }

  @Test func a_contract_ends_once() throws {
    let settled = try Self.settled(
      [true, true, true, true], Self.right(1, in: 1, notice: 1), Self.right(2, in: 2))
    #expect(settled.exercises == [1])
    #expect(settled.liveMonths == [1, 2])
    #expect(settled.exits == 1)
  }

  @Test func whichever_of_two_rights_arises_first_ends_the_contract() throws {
    let settled = try Self.settled(
      [false, true, true, false], Self.right(2, in: 2), Self.right(1, in: 12, notice: 0))
    #expect(settled.exercises == [2])
    #expect(settled.openMonths(of: "other") == [2, 3, 4])
    #expect(settled.openMonths(of: "right") == [])
  }

  @Test func of_two_rights_in_one_month_the_first_declared_gives_the_notice() throws {
    let settled = try Self.settled(
      [true, false, false], Self.right(1, in: 1, notice: 1), Self.right(1, in: 2))
    #expect(settled.liveMonths == [1, 2])
  }

  @Test func a_right_never_arises_after_the_exit() throws {
    let settled = try Self.settled(
      [true, true, true], Self.right(1, in: 1), Self.right(2, in: 2, .never))
    #expect(settled.liveMonths == [1])
    #expect(settled.openMonths(of: "other") == [])
  }

  @Test func in_a_given_future_a_right_by_chance_is_not_used() throws {
    let settled = try Self.settled([true, true], Self.right(1, in: 1, .withProbability(1)))
    #expect(settled.hasRight)
    #expect(settled.exercises == [])
  }

  @Test func a_right_by_chance_is_used_in_its_share_of_the_futures() async throws {
    let month = try #require(CalendarMonth(year: 2027, month: 4))
    let contract = try Contract(
      id: "bid",
      clauses: [
        .init(
          "score",
          .serviceLevel(ServiceLevel(metric: "score", target: 1e9, comparison: .atLeast))),
        .init(
          "right",
          .chronicFailure(
            ChronicFailure(
              level: "score", defaults: 2, window: 2, exercise: .withProbability(0.3)))),
        .init("takeover", .replacement(Replacement(multiple: 1, base: .stated(1)))),
      ]
    ).resolved(in: Sampled.event(in: month), metrics: Sampled.metrics.map(\.id))
    await forEverySeed(4) { seed in
      let blocks = 8
      let exits = (0..<blocks).map { block in
        let first = UInt32(block * Lanes.count)
        return Sampled.totals(of: contract, at: Draws(seed: seed, firstFuture: first)).exited.sum()
      }
      let futures = Double(blocks * Lanes.count)
      expectClose(
        exits.reduce(0, +) / futures, 0.3, standardError: (0.3 * 0.7 / futures).squareRoot(),
        seed: seed)
    }
  }

  @Test func a_right_for_the_cheaper_way_is_used_in_review_months_that_pay() throws {
    let right = Self.right(1, in: 1, .whenCheaper(first: 2, interval: 2))
    let defaults = Array(repeating: true, count: 6)
    let always = Array(repeating: true, count: 6)
    #expect(try Self.settled(defaults, right, leavingPays: always).exercises == [2])
    let late = [true, false, true, true, true, true]
    #expect(try Self.settled(defaults, right, leavingPays: late).exercises == [4])
    #expect(try Self.settled(defaults, right).exercises == [])
  }

  @Test func an_open_right_waits_for_its_review() throws {
    let right = Self.right(1, in: 1, .whenCheaper(first: 4, interval: 12))
    let settled = try Self.settled(
      [true, false, false, false, false], right, leavingPays: [true, true, true, true, true])
    #expect(settled.openMonths(of: "right") == [1, 2, 3, 4, 5])
    #expect(settled.exercises == [4])
  }

  @Test func the_longest_window_has_32_months() throws {
    let defaults = [true] + Array(repeating: false, count: 30) + [true, true]
    let settled = try Self.settled(defaults, Self.right(3, in: 32, .never))
    #expect(settled.openMonths(of: "right") == [])
    let shorter = [true] + Array(repeating: false, count: 29) + [true, true]
    #expect(try Self.settled(shorter, Self.right(3, in: 32, .never)).hasRight)
  }
}
