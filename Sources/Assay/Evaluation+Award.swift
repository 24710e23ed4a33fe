public import Award
public import Contracts
import Decision
import Loading
public import Reporting
import Settlement
public import Simulation
public import Solver

extension Evaluation {
  /// What may be given of the event's lots, ready to be priced.
  ///
  /// - Parameters:
  ///   - added: Rules beside those of the event.
  ///   - left: The names of rules that are left out; `mandatory/<bid>` means that the bid may fail
  ///     mandatory requirements.
  /// - Returns: What may be given, and the rules.
  /// - Throws: ``Award/AwardError`` for terms that cannot be priced by lots and for names of rules that
  ///   are not there, or a ``Settlement/ResolutionError`` for a contract that cannot be settled.
  public func lots(
    adding added: [AwardRule] = [], without left: [String] = []
  ) throws -> LotPricing {
    var lots = try lotsAsStated()
    var refusals: [AwardRefusal] = []
    for name in left {
      guard lots.rules.contains(where: { $0.name == name }) else {
        refusals.append(
          .init("--without", .unknownRule(name: name, known: lots.rules.map(\.name))))
        continue
      }
      lots.rules.removeAll { $0.name == name }
    }
    for rule in added {
      if lots.rules.contains(where: { $0.name == rule.name }) {
        refusals.append(.init("--rule \(rule.name)", .repeatedRule))
      }
      lots.rules.append(rule)
    }
    guard refusals.isEmpty else { throw AwardError.refused(refusals) }
    return lots
  }

  private func lotsAsStated() throws -> LotPricing {
    let event = dossier.event
    return try LotPricing(
      event, event.award, bids: dossier.bids,
      levelled: dossier.bids.levelled(in: event, assumptions: dossier.assumptions),
      baseline: dossier.baseline, dossier.assumptions)
  }

  /// Prices the event's lots in all of the experiment's futures and awards them.
  ///
  /// - Parameters:
  ///   - lots: What may be given.
  ///   - cbc: The solver.
  ///   - isAlone: Whether other awards and costs of rules are left out.
  ///   - threads: How many tasks simulate.
  ///   - interruption: Ends the run.
  ///   - progress: Is told how many futures are done.
  /// - Returns: The report.
  /// - Throws: ``Award/AwardError``, ``Solver/SolverError`` or ``Settlement/ResolutionError``.
  public func award(
    _ lots: LotPricing, by cbc: Cbc, isAlone: Bool = false, threads: Int = 2,
    interruption: Interruption = Interruption(),
    progress: @escaping @Sendable (Int) -> Void = { _ in }
  ) async throws -> AwardReport {
    let priced = try await lots.priced(
      futures: experiment.futures, seed: experiment.seed, threads: threads,
      interruption: interruption, progress: progress)
    let study = try await AwardStudy(of: priced, cbc, isAlone: isAlone)
    return AwardReport(study, dossier, provenance, notes: lots.notes, gap: cbc.gap)
  }
}
