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

  @Test func the_readme_shows_what_the_command_prints() throws {
    let printed = Set(
      try Project.text(of: "scenarios/contact-centre/expected-output.txt").split(separator: "\n"))
    let readme = try Project.text(of: "README.md")
    let blocks = readme.components(separatedBy: "```")
    let shown = blocks.filter { $0.hasPrefix("text\nCustomer service of a retail bank") }
    #expect(shown.count == 1)
    for line in shown.joined().split(separator: "\n").dropFirst() where line != "…" {
      #expect(printed.contains(line), "\(line)")
    }
  }
}
