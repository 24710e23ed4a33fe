import Award
import Contracts
import Solver
import Testing

@Suite(.serialized) struct ConflictTests {
  /// Two lots, three bids; a costs 1, b 2 and c 3 for each.
  static func award(_ rules: [AwardRule]) -> AwardCase {
    let columns = (0..<3).flatMap { bid in
      (0..<2).map { lot in
        AwardColumn(bid: bid, part: lot, given: [.init(lot: lot)], costs: [Double(bid + 1)])
      }
    }
    return AwardCase(
      bids: ["a", "b", "c"], lots: ["one", "two"], columns: columns, rules: rules)
  }

  private func answer(_ rules: [AwardRule]) async throws -> AwardAnswer {
    try await AwardSolver(Self.award(rules), Cbc()).best()
  }

  static let atMostOne = AwardRule("few", .providers(min: nil, max: 1, lots: nil))
  static let apart = AwardRule("apart", .apart(["one", "two"]))
  static let cheap = AwardRule("cheap", .budget(3))
  static let notA = AwardRule("gate", .mandatory(bid: "a", failed: ["x"]))

  @Test func rules_that_can_be_kept_are() async throws {
    let found = try #require(try await answer([Self.apart, Self.cheap]).award)
    #expect(found.objective == 3)
    #expect(Set(found.chosen.map { Self.award([]).columns[$0].bid }) == [0, 1])
  }

  @Test func a_conflict_names_the_rules_that_make_it_and_no_others() async throws {
    guard
      case .conflict(let conflict) = try await answer([Self.cheap, Self.atMostOne, Self.apart])
    else {
      Issue.record("there is no award")
      return
    }
    #expect(conflict.conflicts == [["few", "apart"]])
    #expect([["few"], ["apart"]].contains(conflict.smallestToGiveWay))
    #expect(conflict.enoughAlone == ["few", "apart"])
  }

  @Test func a_rule_that_is_in_two_conflicts_is_alone_enough() async throws {
    // Both bids and lots for a: few conflicts with apart, and with both others.
    let both = AwardRule("both", .providers(min: 2, max: nil, lots: nil))
    guard case .conflict(let conflict) = try await answer([Self.atMostOne, Self.apart, both])
    else {
      Issue.record("there is no award")
      return
    }
    #expect(conflict.conflicts.count == 1)
    #expect(conflict.smallestToGiveWay == ["few"])
    #expect(conflict.enoughAlone == ["few"])
  }

  @Test func conflicts_that_have_no_rule_in_common_are_all_named() async throws {
    let rules = [
      Self.atMostOne, Self.apart, Self.notA,
      AwardRule("needs a", .lots(of: .bids(["a"]), min: 1, max: nil)),
    ]
    guard case .conflict(let conflict) = try await answer(rules) else {
      Issue.record("there is no award")
      return
    }
    #expect(Set(conflict.conflicts.map(Set.init)) == [["few", "apart"], ["gate", "needs a"]])
    #expect(conflict.smallestToGiveWay.count == 2)
  }

  @Test func one_rule_that_nobody_can_keep_is_a_conflict_by_itself() async throws {
    let rule = AwardRule("gift", .budget(1))
    #expect(
      try await answer([Self.apart, rule])
        == .conflict(
          AwardConflict(conflicts: [["gift"]], smallestToGiveWay: ["gift"], enoughAlone: ["gift"])))
  }

  @Test func soft_rules_give_way_the_least_important_first() async throws {
    var (few, apart) = (Self.atMostOne, Self.apart)
    (few.priority, apart.priority) = (2, 1)
    let found = try #require(try await answer([few, apart]).award)
    #expect(found.gaveWay == ["few"])
    #expect(found.objective == 3)
  }

  @Test func shares_that_make_up_no_lot_are_told_as_such() async throws {
    let half = AwardColumn(
      bid: 0, part: 0, given: [.init(lot: 0, share: AwardPlan.whole / 2)], costs: [1])
    let award = AwardCase(bids: ["a"], lots: ["one"], columns: [half])
    #expect(
      try await AwardSolver(award, Cbc()).best()
        == .conflict(AwardConflict(conflicts: [[]], smallestToGiveWay: [])))
  }

  @Test func a_lot_that_nobody_offers_is_told() {
    let column = AwardColumn(bid: 0, part: 0, given: [.init(lot: 0)], costs: [1])
    let award = AwardCase(bids: ["a"], lots: ["one", "two"], columns: [column])
    #expect(throws: AwardError.withoutOffer(lots: ["two"])) { try AwardSolver(award, Cbc()) }
  }

  @Test func a_search_that_is_stopped_at_once_has_found_nothing_or_the_best_so_far() async throws {
    let answer = try await AwardSolver(Self.award([]), Cbc(isToStop: { true })).best()
    #expect(answer == .nothingFound || answer.award?.objective == 2)
  }
}
