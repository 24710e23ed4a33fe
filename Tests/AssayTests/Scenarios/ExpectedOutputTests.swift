import Assay
import FoundationEssentials
import TestKit
import Testing

/// What `assay rank` prints of each scenario that needs no data of the user's own.
@Suite struct ExpectedOutputTests {
  @Test(arguments: [
    "scenarios/contact-centre", "scenarios/invoice-handling", "scenarios/payroll",
    "scenarios/reference-workload",
  ])
  func a_scenario_prints_what_its_folder_says(_ folder: String) async throws {
    let evaluation = try Evaluation(
      loadEvent(at: Project.path(folder)), futures: 20_000, seed: 1)
    let text = evaluation.report(on: await evaluation.run()).text()
    expectGolden(text, at: "\(folder)/expected-output.txt")
  }
}
