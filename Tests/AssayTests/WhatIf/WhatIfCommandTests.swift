import Assay
import TestKit
import Testing

@Suite struct WhatIfCommandTests {
  private static let folder = Project.path("Tests/Fixtures/two-bids")

  private func ran(_ options: [String]) throws -> Command.Run {
    try Command.run(["whatif", Self.folder, "--futures", "200"] + options)
  }

  @Test func vary_prints_the_report_and_nothing_else() async throws {
    let call = ["--vary", "bids/*/credits/at_risk=8%..12%:4%"]
    let laboratory = try Laboratory(of: Self.folder, futures: 200)
    let design = try laboratory.design([.init(path: "bids/*/credits/at_risk", range: "8%..12%:4%")])
    let report = try await laboratory.vary(design)
    let run = try ran(call)
    #expect(run.exitCode == 0 && run.complaints.isEmpty)
    #expect(run.output == report.text)
    #expect(try ran(call + ["--json", "--threads", "1"]).output == report.json)
  }

  @Test func break_even_and_exchange_are_asked_for() throws {
    let rate = try ran(["--exchange", "bids/*/credits/at_risk", "bids/*/credits/cap"])
    #expect(rate.exitCode == 0 && rate.output.contains("in units of credits/at_risk") == false)
    #expect(rate.output.contains("What terms are worth in thrifty"))
    let equal = try ran(
      [
        "--break-even", "bids/fast/credits/at_risk", "--between", "fast", "thrifty", "--in",
        "1%..30%",
      ])
    #expect(equal.exitCode == 0)
    #expect(equal.output.contains("do fast and thrifty cost the same?"))
    let target = try ran(
      ["--break-even", "bids/fast/credits/at_risk", "--bid", "fast", "--target", "1.5m", "--json"])
    #expect(target.exitCode == 0)
    #expect(try JsonValue(document: target.output)["break_even"]["target"].number == 1_500_000)
  }

  @Test func every_fault_of_every_cell_is_told_once() throws {
    let run = try ran([
      "--vary", "bids/*/credits/at_risk=80%,120%,x", "--vary", "bids/*/credits/cpa=8%,9%",
      "--vary", "bids/fast/service_levels/slove/target=80%",
    ])
    #expect(run.exitCode == 2 && run.output.isEmpty)
    expectGolden(run.complaints, at: "Tests/AssayTests/Snapshots/whatif-faults.txt")
  }

  @Test func every_fault_of_the_question_is_told() throws {
    let run = try ran([
      "--vary", "credits/cap=8%", "--vary", "bids/fats/credits/cap=8%",
      "--vary", "terms/credits/cap=9%..8%:1%", "--vary", "terms/credits/cap=8%..9%",
    ])
    #expect(run.exitCode == 2)
    expectGolden(run.complaints, at: "Tests/AssayTests/Snapshots/whatif-question-faults.txt")
    let many = try ran(["--vary", "terms/credits/cap=0%..100%:0.01%"])
    #expect(many.exitCode == 2 && many.complaints.contains("at most 1000"))
    let grid = try ran([
      "--vary", "terms/credits/cap=0%..100%:1%", "--vary", "terms/credits/at_risk=0%..100%:1%",
    ])
    #expect(grid.exitCode == 2 && grid.complaints.contains("more than 1000 cells"))
  }

  @Test(arguments: [
    ["--break-even", "bids/fast/credits/capp", "--between", "fast", "thrifty"],
    ["--break-even", "bids/fast/credits/cap", "--between", "fast", "thirfty"],
    ["--break-even", "bids/fast/credits/cap", "--between", "fast", "fast"],
    ["--break-even", "bids/*/credits/cap", "--between", "fast", "thrifty"],
    ["--break-even", "bids/fast/credits/cap", "--between", "fast", "thrifty", "--in", "5%"],
    ["--break-even", "bids/fast/rights/chronic/defaults", "--between", "fast", "thrifty"],
    ["--exchange", "bids/fast/credits/at_risk:1"], ["--exchange", "bids/fast/credits"],
    ["--exchange", "bids/fast/service_levels/solve/compare"],
  ])
  func a_question_that_cannot_be_asked_of_the_event_exits_with_2(_ options: [String]) throws {
    let run = try ran(options)
    #expect(run.exitCode == 2)
    #expect(run.output.isEmpty)
    #expect(run.complaints.hasSuffix("1 fault\n") || run.complaints.contains("whole number"))
  }

  @Test(arguments: [
    [], ["--vary", "terms/credits/cap"], ["--sample", "5"], ["--between", "fast", "thrifty"],
    ["--vary", "terms/credits/cap=5%", "--exchange", "terms/credits/cap"],
    ["--break-even", "terms/credits/cap"], ["--break-even", "terms/credits/cap", "--bid", "fast"],
    ["--break-even", "terms/credits/cap", "--bid", "fast", "--target", "many"],
    ["--vary", "terms/credits/cap=5%", "--sample", "0"],
    ["--vary", "terms/credits/cap=5%", "--futures", "200000"],
  ])
  func a_wrong_call_exits_with_64(_ options: [String]) throws {
    let run = try ran(options)
    #expect(run.exitCode == 64)
    #expect(run.output.isEmpty)
  }

  @Test func what_was_typed_cannot_steer_the_terminal() throws {
    let run = try ran(["--vary", "bids/\u{1B}[2J/credits/cap=5%"])
    #expect(run.exitCode == 2)
    #expect(!run.complaints.contains("\u{1B}"))
  }
}
