import Assay
import TestKit
import Testing

@testable import Settlement

/// What is settled of a contract in a month, so that a clause that it does not use costs nothing.
@Suite struct ProgramTests {
  @Test(arguments: ["contact-centre", "reference-workload"])
  func the_resolved_program_is_as_recorded(event: String) throws {
    let evaluation = try Evaluation(
      loadEvent(at: Project.path("scenarios/\(event)")), futures: 1)
    let programs = evaluation.experiment.options.map { option in
      Self.program(of: option.contract)
    }
    expectGolden(programs.joined(separator: "\n") + "\n", named: "\(event)-program.txt")
  }

  /// The clauses in order of calculation, and what is kept from month to month.
  private static func program(of contract: ResolvedContract) -> String {
    let clauses = contract.clauses.map { seated in
      let kind = String(describing: type(of: seated.clause.settling))
      return "  \(type(of: seated.clause.settling).stage) \(kind) \(seated.name)"
    }
    let kept = [
      ("factors", contract.factors), ("state rows", contract.stateRows),
      ("windows", contract.windows), ("scopes", contract.scopes.count),
      ("relieved levels", contract.relievedLevels.count),
      ("uniforms", contract.uniforms.count), ("accounts", contract.accounts.count),
      ("lines", contract.lines.count),
    ]
    return
      ([contract.id] + clauses + ["  " + kept.map { "\($0.1) \($0.0)" }.joined(separator: ", ")])
      .joined(separator: "\n")
  }
}
