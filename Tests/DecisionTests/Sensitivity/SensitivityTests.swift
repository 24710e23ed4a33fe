import Contracts
import Simulation
import Testing

@testable import Decision

@Suite struct SensitivityTests {
  private static let requirements = [
    Requirement(id: "a", framework: "F", text: "a", weight: 1, isMandatory: false),
    Requirement(id: "b", framework: "F", text: "b", weight: 1, isMandatory: false),
  ]

  private static let answered = ["a": Answer(status: .comply), "b": Answer(status: .comply)]

  private func comparison(
    _ bids: [Bid], criteria: [Criterion] = Criterion.standard, spread: Double = 0.1,
    futures: Int = 400, seed: UInt64 = 1, baseline: Int? = nil
  ) async throws -> Comparison {
    let event = Small.event(requirements: Self.requirements, criteria: criteria)
    let experiment = try Small.experiment(
      event, bids, baseline: baseline, demandSpread: spread, futures: futures, seed: seed)
    return await Comparison(event, experiment, experiment.run(threads: 1))
  }

  private func sensitivity(
    _ comparison: Comparison, _ weights: WeightSpace = .standard
  ) async -> Sensitivity {
    await Sensitivity(of: comparison, weights: weights, draws: 2_000)
  }

  @Test func the_locked_method_is_the_ranking() async throws {
    let comparison = try await comparison([
      Small.bid("a", [Small.price(3)]), Small.bid("b", [Small.price(4)], answers: Self.answered),
      Small.bid("c", [Small.fee(310)]),
    ])
    let found = await sensitivity(comparison)
    for row in comparison.ranking.rows {
      #expect(found.methods[0].values[row.option] == row.overall)
    }
    let order = found.compared.indices.sorted {
      found.methods[0].ranks[$0] < found.methods[0].ranks[$1]
    }
    #expect(order == comparison.ranking.rows.map(\.option))
    #expect(found.methods.map(\.method) == ComparedMethod.allCases)
  }

  @Test func a_bid_that_is_better_in_all_is_first_by_every_method_and_with_all_weights()
    async throws
  {
    let comparison = try await comparison([
      Small.bid("dear", [Small.price(4)]),
      Small.bid("cheap", [Small.price(3)], answers: Self.answered),
    ])
    let found = await sensitivity(comparison)
    #expect(found.methods.allSatisfy { $0.first == 1 && $0.couldBeFirst == [1] })
    #expect(found.dominators == [[1], []])
    #expect(found.acceptabilities.map(\.space) == [.ratio(2), .free])
    for acceptability in found.acceptabilities {
      #expect(acceptability.ranks[1][0].value == 1)
      #expect(acceptability.centralWeights[0] == nil)
    }
    let standing = try #require(found.dominance.first { $0.bid == 1 }?.standing)
    #expect(standing.first == .beyondError)
    #expect(found.regret[1].value == 0 && found.regret[0].value > 0)
    #expect(found.reversals.isEmpty)
  }

  // The dear bid covers everything, the cheap one nothing: cost scores 75 against 100, coverage 100
  // against 0. With weights w and 1 − w the cheap one wins for 25·w > 100·(1 − w), w > 0.8.
  @Test func acceptability_follows_the_scores_of_the_locked_method() async throws {
    let criteria = [
      Criterion(measure: .cost, weight: 1, scale: .lowestOverOwn),
      Criterion(measure: .compliance, weight: 1, scale: .linear(best: 0.7, worst: 0)),
    ]
    let comparison = try await comparison(
      [
        Small.bid("cheap", [Small.price(3)]),
        Small.bid("dear", [Small.price(4)], answers: Self.answered),
      ], criteria: criteria)
    let found = await sensitivity(comparison, .free)
    #expect(found.acceptabilities.count == 1)
    let first = found.acceptabilities[0].ranks[0][0]
    let error = (0.16 / 2_000).squareRoot()
    #expect(abs(first.value - 0.2) < 4 * error, "\(first)")
  }

  @Test func a_criterion_without_weight_and_the_baseline_are_left_out() async throws {
    let criteria = [
      Criterion(measure: .cost, weight: 2, scale: .lowestOverOwn),
      Criterion(measure: .risk, weight: 0, scale: .shareOfLowestCost(worst: 0.2)),
    ]
    let comparison = try await comparison(
      [Small.bid("a", [Small.price(3)]), Small.bid("today", [Small.price(1)])],
      criteria: criteria, baseline: 1)
    let found = await sensitivity(comparison)
    #expect(found.criteria.map(\.measure) == [.cost])
    #expect(found.compared == [0] && found.leftOut.isEmpty)
    #expect(found.acceptabilities[0].ranks.map { $0.map(\.value) } == [[1]])
  }

  @Test(arguments: [1, 2, 40])
  func nothing_that_is_equal_or_certain_gives_a_number_that_is_none(_ futures: Int) async throws {
    let comparison = try await comparison(
      ["a", "b", "c"].map { Small.bid($0, [Small.fee(100)]) }, spread: 0, futures: futures)
    let found = await sensitivity(comparison)
    for result in found.methods {
      #expect(result.values.allSatisfy { !$0.value.isNaN && !$0.standardError.isNaN })
      #expect(result.ranks == [1, 1, 1] && result.couldBeFirst == [0, 1, 2])
    }
    for acceptability in found.acceptabilities {
      let shares = acceptability.ranks.flatMap { $0 }
      #expect(shares.allSatisfy { abs($0.value - 1.0 / 3) < 1e-9 && !$0.standardError.isNaN })
    }
    #expect(found.dominators.allSatisfy(\.isEmpty) && found.reversals.isEmpty)
    #expect(found.dominance.allSatisfy { $0.standing.second == .none })
    #expect(found.regret.allSatisfy { $0.value == 0 })
  }

  @Test func free_services_give_no_number_that_is_none() async throws {
    let comparison = try await comparison(
      ["a", "b"].map { Small.bid($0, [Small.fee(0)]) }, spread: 0)
    let found = await sensitivity(comparison)
    #expect(found.methods.allSatisfy { $0.values.allSatisfy { !$0.value.isNaN } })
  }

  @Test func a_bid_beyond_all_numbers_is_left_out_and_named() async throws {
    let comparison = try await comparison([
      Small.bid("a", [Small.price(3)]), Small.bid("huge", [Small.fee(1e307), Small.price(1e306)]),
      Small.bid("c", [Small.price(5)]),
    ])
    let found = await sensitivity(comparison)
    #expect(found.compared == [0, 2] && found.leftOut == [1])
    #expect(found.methods.allSatisfy { $0.values.count == 2 && $0.first == 0 })
  }

  // The risk in an outcome is the estimate, off by its own error.
  @Test func the_risk_of_an_outcome_has_the_error_of_its_estimate() {
    let measures = [Measures(cost: 100, risk: 10, compliance: 1)]
    let batches = (0..<32).map {
      [Measures(cost: 100, risk: Double($0 % 2) * 8 + 6, compliance: 1)]
    }
    let criteria = [Criterion(measure: .risk, weight: 1, scale: .linear(best: 0, worst: 100))]
    let bids = Contestants(
      locked: LockedMethod(.weightedValue, criteria), criteria: criteria,
      measures: measures, batches: batches, beyond: 1)
    let costs = [Array(repeating: 100.0, count: 4_000)]
    let outcomes = bids.outcomes(costs, seed: 1)
    // The batches are off by 4 to either side of their mean.
    let expected = 4 / 32.0.squareRoot()
    #expect(outcomes.scores.allSatisfy { abs(abs($0 - 90) - expected) < 1e-9 })
    let above = outcomes.scores.count { $0 > 90 }
    // Four standard deviations of 4,000 tosses are 126.
    #expect((1_874...2_126).contains(above))
  }
}
