public import Contracts
public import Solver

/// The award of an event, beside other awards and with what its rules cost.
public struct AwardStudy: Sendable {
  /// An award that is made ready beside the one under the event's rules.
  public enum Scenario: Hashable, Sendable {
    /// The best bid for each lot, under no rule but that bids which fail a mandatory requirement are
    /// given nothing.
    case bestPerLot
    /// Those who run lots today keep them.
    case incumbents
    /// At most so many bids, and no other rule but the same.
    case providers(Int)
  }

  /// An award under other rules.
  public struct Alternative: Sendable {
    /// The rules.
    public var scenario: Scenario

    /// The answer.
    public var answer: AwardAnswer

    /// The case's own objective of it, or nothing where there is no award.
    public var objective: Double?
  }

  /// What one rule costs.
  public struct RuleCost: Sendable {
    /// The rule.
    public var rule: AwardRule

    /// The objective without it; nothing where it gave way, or no award was found.
    public var without: Double?
  }

  /// What there is to give, and the rules.
  public let award: AwardCase

  /// The columns of every award, also of those that today's operation may not be given under the rules:
  /// the case's own columns, and then others.
  public let columns: [AwardColumn]

  /// What today's operation costs in each future; empty where there is none.
  public let today: [Double]

  /// The answer under the event's rules.
  public let answer: AwardAnswer

  /// Other awards; none where they were not asked for.
  public let alternatives: [Alternative]

  /// What each rule costs, in the order of rules; none where that was not asked for, or there is no
  /// award.
  public let ruleCosts: [RuleCost]

  /// Awards the lots of `priced` by `cbc`.
  ///
  /// - Parameters:
  ///   - priced: What may be given.
  ///   - cbc: The solver.
  ///   - isAlone: Whether other awards and costs of rules are left out.
  /// - Throws: ``AwardError`` or ``Solver/SolverError``.
  public init(of priced: PricedLots, _ cbc: Cbc, isAlone: Bool = false) async throws {
    award = priced.award
    columns = priced.everything.columns
    today = priced.today
    let solver = try AwardSolver(award, cbc)
    let answer = try await solver.best()
    self.answer = answer
    guard !isAlone else {
      (alternatives, ruleCosts) = ([], [])
      return
    }
    alternatives = try await Self.alternatives(of: priced, solver, cbc)
    ruleCosts =
      switch answer.award {
      case let choice?: try await Self.costs(of: award.rules, choice, solver)
      case nil: []
      }
  }

  private static func alternatives(
    of priced: PricedLots, _ solver: AwardSolver, _ cbc: Cbc
  ) async throws -> [Alternative] {
    let gates = priced.award.rules.filter(\.isGate)
    var found: [Alternative] = []
    func add(_ scenario: Scenario, _ answer: AwardAnswer) {
      let objective = answer.award.map { solver.objective(of: $0.costs) }
      found.append(Alternative(scenario: scenario, answer: answer, objective: objective))
    }
    add(.bestPerLot, try await solver.best(under: gates))
    if let kept = priced.everything.keptByIncumbents {
      add(.incumbents, try await AwardSolver(kept, cbc).best())
    }
    for most in [1, 2] where most < priced.award.bids.count {
      let few = AwardRule("at most \(most)", .providers(min: nil, max: most, lots: nil))
      add(.providers(most), try await solver.best(under: gates + [few]))
    }
    return found
  }

  private static func costs(
    of rules: [AwardRule], _ choice: AwardChoice, _ solver: AwardSolver
  ) async throws -> [RuleCost] {
    var costs: [RuleCost] = []
    for rule in rules {
      var without: Double?
      if !choice.gaveWay.contains(rule.name) {
        without = try await solver.best(under: rules.filter { $0 != rule }).award?.objective
      }
      costs.append(RuleCost(rule: rule, without: without))
    }
    return costs
  }
}

extension AwardRule {
  /// Whether the rule keeps out a bid that fails a mandatory requirement.
  fileprivate var isGate: Bool { if case .mandatory = demand { true } else { false } }
}

extension AwardCase {
  /// The case in which those who run lots today keep them, by mean cost; nothing where nobody is known
  /// to run any.
  fileprivate var keptByIncumbents: AwardCase? {
    let rules = lots.indices.compactMap { lot -> AwardRule? in
      guard let bid = incumbents[lot] else { return nil }
      return AwardRule(
        "keep \(lot)",
        .share(of: .bids([bids[bid]]), lots: [lots[lot]], min: AwardPlan.whole, max: nil))
    }
    guard !rules.isEmpty else { return nil }
    var copy = under(rules)
    copy.objective = AwardObjective()
    return copy
  }
}
