import Contracts
import Quantities
import Settlement
import TestKit
import Testing

@Suite struct RatchetTests {
  private static func settle(
    _ attainments: [Double], target: Double = 0.8, _ ratchet: Ratchet,
    comparison: ServiceLevel.Comparison = .atLeast
  ) throws -> Settled {
    try Bench(months: attainments.count, attainments: ["answered": attainments]).settle([
      "answer": .serviceLevel(
        ServiceLevel(metric: "answered", target: target, comparison: comparison)),
      "more": .ratchet(ratchet),
    ])
  }

  private static func targets(_ settled: Settled) -> [Double] {
    settled.ledger.notes.filter { $0.figure == "target" }.map(\.value)
  }

  @Test func the_page_says_where_targets_move() throws {
    for row in try ClausePage("Ratchet").rows {
      let ratchet = Ratchet(
        level: "answer", share: try row.number("share"),
        limit: row.says("at most") ? try row.number("at most") : nil)
      let attainments = Array(repeating: try row.number("attainment"), count: 12)
      let target = try row.number("target")
      let targets = Self.targets(try Self.settle(attainments, target: target, ratchet))
      #expect(targets.dropLast().allSatisfy { $0 == target })
      row.expect(try #require(targets.last), in: "new target")
    }
  }

  /// Targets and defaults by counting months one by one.
  private static func counted(
    _ attainments: [Double], _ months: Int
  ) -> (targets: [Double], defaults: [Int]) {
    var (target, run, targets, defaults) = (0.75, [Double](), [Double](), [Int]())
    for (month, attainment) in zip(1..., attainments) {
      if attainment < target { defaults.append(month) }
      run = attainment > target ? run + [attainment] : []
      if run.count == months {
        target += (run.reduce(0, +) / Double(months) - target) * 0.5
        target = target.roundedHalfUp(places: 9)
        run = []
      }
      targets.append(target)
    }
    return (targets, defaults)
  }

  @Test(arguments: 1...3)
  func all_outcomes_of_seven_months_move_as_counted(_ months: Int) throws {
    for pattern in 0..<128 {
      let attainments = (0..<7).map { pattern >> $0 & 1 == 1 ? 0.875 : 0.8125 }
      let settled = try Self.settle(
        attainments, target: 0.75, Ratchet(level: "answer", months: months))
      let expected = Self.counted(attainments, months)
      #expect(settled.defaults(of: "answer") == expected.defaults, "\(attainments)")
      for (target, expected) in zip(Self.targets(settled), expected.targets) {
        #expect(abs(target - expected) < 1e-15)
      }
    }
  }

  @Test func a_target_of_seconds_falls() throws {
    let settled = try Bench(
      months: 4, metrics: [Metric(id: "time", name: "", link: .log, better: .lower)],
      attainments: ["time": [10, 10, 16, 15]]
    ).settle([
      "time": .serviceLevel(ServiceLevel(metric: "time", target: 20, comparison: .atMost)),
      "more": .ratchet(Ratchet(level: "time", months: 2)),
    ])
    #expect(Self.targets(settled) == [20, 15, 15, 15])
    #expect(settled.defaults(of: "time") == [3])
  }

  @Test func a_month_without_a_value_ends_the_run() throws {
    let settled = try Self.settle(
      [0.9, .nan, 0.9, 0.9, 0.84], Ratchet(level: "answer", months: 2))
    #expect(settled.defaults(of: "answer") == [5])
  }

  @Test func a_minimum_with_an_expected_target_moves_alone() throws {
    let settled = try Bench(
      months: 4, attainments: ["answered": [0.9, 0.9, 0.84, 0.86]]
    ).settle([
      "answer": .serviceLevel(
        ServiceLevel(
          metric: "answered", target: 0.8, comparison: .atLeast,
          expected: .init(target: 0.88, defaults: 1, window: 2))),
      "more": .ratchet(Ratchet(level: "answer", months: 2)),
    ])
    #expect(settled.defaults(of: "answer") == [3, 4])
  }
}
