import Award
import Contracts
import Solver
import Testing

@Suite(.serialized) struct OptimumTests {
  static let objectives = [
    AwardObjective(), AwardObjective(tailWeight: 0.7, tail: 0.8),
    AwardObjective(measure: .regret, tailWeight: 1.5, tail: 0.7),
  ]

  /// 201 cases, a third of them for each objective: the award is that of going through all.
  @Test(arguments: 1...67)
  func an_optimum_is_that_of_going_through_all_awards(_ seed: Int) async throws {
    for (place, objective) in Self.objectives.enumerated() {
      var random = RandomCase(UInt64(seed * 3 + place))
      let award = random.award(objective: objective, rules: 1 + random.below(3))
      let all = Exhaustive(award)
      guard award.lotsWithoutOffer.isEmpty else { continue }
      let answer = try await AwardSolver(award, Cbc()).best()
      guard let least = all.least(under: award.rules) else {
        guard case .conflict(let conflict) = answer else {
          Issue.record("seed \(seed), objective \(place): there is no award, and one was found")
          continue
        }
        expectMinimal(conflict, of: award, all, seed)
        continue
      }
      let found = try #require(answer.award, "seed \(seed), objective \(place)")
      #expect(found.isProved)
      #expect(abs(found.objective - least) < 1e-6, "seed \(seed), objective \(place)")
      #expect(abs(found.gap) < 1e-6)
      #expect(all.choices.contains(found.chosen))
      #expect(award.rules.allSatisfy { all.keeps($0, found.chosen) }, "seed \(seed)")
    }
  }

  /// Each conflict is one, and none without any of its rules; the smallest set to give way is enough,
  /// and no smaller one is.
  private func expectMinimal(
    _ conflict: AwardConflict, of award: AwardCase, _ all: Exhaustive, _ seed: Int
  ) {
    for names in conflict.conflicts where !all.choices.isEmpty {
      let core = award.rules.filter { names.contains($0.name) }
      #expect(all.least(under: core) == nil, "seed \(seed)")
      for rule in core {
        #expect(all.least(under: core.filter { $0 != rule }) != nil, "seed \(seed)")
      }
    }
    for rule in award.rules where conflict.smallestToGiveWay.count == 1 {
      let others = award.rules.filter { $0 != rule }
      #expect(
        conflict.enoughAlone.contains(rule.name) == (all.least(under: others) != nil),
        "seed \(seed)")
    }
    let gone = conflict.smallestToGiveWay
    let rest = award.rules.filter { !gone.contains($0.name) }
    #expect((all.least(under: rest) != nil) == !all.choices.isEmpty, "seed \(seed)")
    for pick in 0..<(1 << award.rules.count) where pick.nonzeroBitCount < gone.count {
      let kept = award.rules.indices.filter { pick >> $0 & 1 == 0 }.map { award.rules[$0] }
      #expect(all.least(under: kept) == nil, "seed \(seed)")
    }
  }

  @Test func many_of_the_cases_have_an_award_and_some_have_a_conflict() {
    let possible = (1...60).map { seed -> Bool in
      var random = RandomCase(UInt64(seed + 2))
      let award = random.award(
        objective: Self.objectives[(seed + 2) % 3], rules: 1 + random.below(3))
      return Exhaustive(award).least(under: award.rules) != nil
    }
    #expect(possible.count { $0 } > 30)
    #expect(possible.count { !$0 } > 5)
  }

  @Test(arguments: 1...25)
  func rules_give_way_in_the_order_of_their_priority(_ seed: Int) async throws {
    var random = RandomCase(UInt64(seed + 900))
    var award = random.award(objective: AwardObjective(), rules: 4)
    for place in award.rules.indices { award.rules[place].priority = 1 + place % 2 }
    let all = Exhaustive(award)
    guard award.lotsWithoutOffer.isEmpty, !all.choices.isEmpty else { return }
    let found = try #require(try await AwardSolver(award, Cbc()).best().award)
    // The fewest broken of priority 1, then of priority 2, then the least cost.
    func key(_ choice: [Int]) -> (Int, Int, Double) {
      let broken = award.rules.filter { !all.keeps($0, choice) }
      return (
        broken.count { $0.priority == 1 }, broken.count { $0.priority == 2 },
        all.costs(of: choice).reduce(0, +) / Double(award.futures)
      )
    }
    let best = try #require(all.choices.map(key).min { $0 < $1 })
    let own = key(found.chosen)
    #expect(own.0 == best.0 && own.1 == best.1 && abs(own.2 - best.2) < 1e-6, "seed \(seed)")
    #expect(found.gaveWay.count == own.0 + own.1)
  }
}
