public import Contracts
public import Solver

/// Finds the best award of a case.
public struct AwardSolver: Sendable {
  private let costs: AwardCosts
  private let cbc: Cbc

  /// The most times a tail is looked at anew.
  private static let mostCuts = 500

  /// Prepares the search in `award` by `cbc`.
  ///
  /// - Throws: ``AwardError`` where nothing is offered of some lot, or regret is not known.
  public init(_ award: AwardCase, _ cbc: Cbc) throws(AwardError) {
    let missing = award.lotsWithoutOffer
    guard missing.isEmpty else { throw .withoutOffer(lots: missing) }
    costs = try AwardCosts(of: award)
    self.cbc = cbc
  }

  /// The case.
  public var award: AwardCase { costs.award }

  /// The best award under the case's own rules.
  ///
  /// Rules with a priority give way only where others could not all be kept: first as few as can be of
  /// priority 1, then of priority 2, and so on. What remains possible is then made as good as can be.
  ///
  /// - Throws: ``SolverError``.
  public func best() async throws(SolverError) -> AwardAnswer {
    try await best(under: award.rules)
  }

  /// The best award under `rules`.
  ///
  /// - Throws: ``SolverError``.
  public func best(under rules: [AwardRule]) async throws(SolverError) -> AwardAnswer {
    let hard = rules.filter { $0.priority == nil }
    let soft = rules.filter { $0.priority != nil }
    var model = AwardModel(award)
    for rule in rules { model.keep(rule) }
    var answer = try await leastCost(in: model)
    if answer == nil, !soft.isEmpty {
      guard let relaxed = try await giveWay(hard, soft) else {
        return .conflict(try await conflict(of: hard))
      }
      model = relaxed
      answer = try await leastCost(in: model)
    }
    guard let answer else { return .conflict(try await conflict(of: hard)) }
    guard var award = answer.award else { return answer }
    award.gaveWay = soft.filter { !model.keeps($0, giving: award.chosen) }.map(\.name)
    return .award(award)
  }

  /// The model in which as few as can be of each priority give way; nothing where even then the hard
  /// rules cannot be kept.
  private func giveWay(
    _ hard: [AwardRule], _ soft: [AwardRule]
  ) async throws(SolverError) -> AwardModel? {
    var model = AwardModel(award)
    for rule in hard { model.keep(rule) }
    let broken = soft.map { (rank: $0.priority ?? 0, variable: model.relax($0)) }
    for rank in Set(broken.map(\.rank)).sorted() {
      let own = broken.filter { $0.rank == rank }.map { MixedProgram.Term($0.variable, 1) }
      var program = model.program
      for term in own { program.variables[term.variable].cost = 1 }
      let solution = try await cbc.solve(program)
      guard let values = solution.values else { return nil }
      let count = own.reduce(0) { $0 + values[$1.variable] }
      model.change { $0.add(.init(own, upper: count)) }
    }
    return model
  }

  /// The award of least objective in `model`; nothing where none is possible.
  ///
  /// The tail is linearised in the form that is dual to that of Rockafellar and Uryasev: `θ` is at
  /// least the weighted cost in the futures of any tail, and the tail of the award at hand is added
  /// until it says nothing new (Künzi-Bay and Mayer 2006). All futures count, none is left out.
  private func leastCost(in model: AwardModel) async throws(SolverError) -> AwardAnswer? {
    var program = model.program
    for term in model.meanCost { program.variables[term.variable].cost += term.factor }
    let weight = award.objective.tailWeight
    var theta = 0
    if weight > 0 {
      let free = MixedProgram.Variable(
        lower: -.infinity, upper: .infinity, isWhole: false, cost: weight)
      theta = program.add(free)
      let every = (0..<award.futures).map { ($0, 1 / Double(award.futures)) }
      addCut(every, at: theta, to: &program, model)
    }
    let constant = costs.cheapest.mean
    var best: AwardChoice?
    var bound = -Double.infinity
    var seen: Set<[Int]> = []
    for _ in 0..<(weight > 0 ? Self.mostCuts : 1) {
      let solution = try await cbc.solve(program)
      if solution.end == .infeasible { return nil }
      bound = max(bound, solution.bound * model.scale - constant)
      guard let values = solution.values else { break }
      let chosen = award.columns.indices.filter { values[$0] > 0.5 }
      let found = self.award(giving: chosen)
      if found.objective < best?.objective ?? .infinity { best = found }
      let allowed = max(cbc.gap, 1e-9) * (best?.objective ?? 0).magnitude
      let isClosed = (best?.objective ?? .infinity) - bound <= allowed
      // An award whose tail is in the program already: what is left is the solver's own tolerance.
      let isKnown = !seen.insert(chosen).inserted
      if isClosed || isKnown || weight == 0 || solution.end == .stopped {
        best?.isProved = solution.end == .optimal
        break
      }
      let tail = Tail(of: costs.measure(of: found.costs), beyond: award.objective.tail)
      addCut(tail.weights, at: theta, to: &program, model)
    }
    guard var best else { return .nothingFound }
    best.bound = min(bound, best.objective)
    return .award(best)
  }

  /// `θ ≥ Σ_ω w_ω·(c_ω·x − m_ω)`.
  private func addCut(
    _ weights: [(future: Int, weight: Double)], at theta: Int, to program: inout MixedProgram,
    _ model: AwardModel
  ) {
    let constant =
      costs.cheapest.isEmpty
      ? 0 : weights.reduce(0) { $0 + $1.weight * costs.cheapest[$1.future] } / model.scale
    let terms = model.cost(in: weights).map { MixedProgram.Term($0.variable, -$0.factor) }
    program.add(.init(terms + [.init(theta, 1)], lower: -constant))
  }

  /// What is made as small as can be, of an award that costs `paid` in each future.
  func objective(of paid: [Double]) -> Double { costs.objective(of: paid) }

  /// The award that gives the columns `chosen`.
  func award(giving chosen: [Int]) -> AwardChoice {
    let paid = costs.costs(of: chosen)
    return AwardChoice(
      chosen: chosen, objective: costs.objective(of: paid), bound: -.infinity, isProved: false,
      costs: paid, gaveWay: [])
  }
}

extension AwardSolver {
  /// Why `rules`, which must all hold, cannot.
  ///
  /// Conflicts are found by leaving out one rule after the other (the deletion filter of Chinneck
  /// 2008): what is left when none can be missed is one. Its rules are then taken out, until the others
  /// can be kept.
  func conflict(of rules: [AwardRule]) async throws(SolverError) -> AwardConflict {
    var rest = rules
    var conflicts: [[String]] = []
    while try await !canKeep(rest) {
      var core = rest
      for rule in rest {
        let others = core.filter { $0 != rule }
        if try await !canKeep(others) { core = others }
      }
      conflicts.append(core.map(\.name))
      guard !core.isEmpty else { return AwardConflict(conflicts: [[]], smallestToGiveWay: []) }
      rest.removeAll { core.contains($0) }
    }
    let fewest = try await fewestToGiveWay(of: rules)
    var enough: [String] = []
    for rule in fewest.count == 1 ? rules : [] where try await canKeep(rules.filter { $0 != rule })
    {
      enough.append(rule.name)
    }
    return AwardConflict(
      conflicts: conflicts, smallestToGiveWay: fewest, enoughAlone: enough)
  }

  private func canKeep(_ rules: [AwardRule]) async throws(SolverError) -> Bool {
    var model = AwardModel(award)
    for rule in rules { model.keep(rule) }
    return try await cbc.solve(model.program).end != .infeasible
  }

  private func fewestToGiveWay(of rules: [AwardRule]) async throws(SolverError) -> [String] {
    var model = AwardModel(award)
    let broken = rules.map { model.relax($0) }
    model.change { program in
      for variable in broken { program.variables[variable].cost = 1 }
    }
    guard let values = try await cbc.solve(model.program).values else { return [] }
    return zip(rules, broken).filter { values[$1] > 0.5 }.map(\.0.name)
  }
}
