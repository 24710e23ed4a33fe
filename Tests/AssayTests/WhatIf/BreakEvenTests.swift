import Assay
import Foundation
import TestKit
import Testing

@Suite struct BreakEvenTests {
  private static let fee = "terms: {prices: {desk: {kind: fixed_fee, amount: 1000}}}\n"

  /// Payroll, of which zenith charges another fee a month in its terms.
  private func payroll() throws -> WrittenCopy {
    try WrittenCopy(
      of: "scenarios/payroll",
      replacing: [
        ("bids/zenith/1/bid.yaml", "name: Zenith People\n", "name: Zenith People\n" + Self.fee)
      ])
  }

  /// The present value of 1 a month over three years, at 6% a year and at the end of each month.
  private var annuity: Double {
    (1...36).reduce(0) { $0 + pow(1.06, -Double($1) / 12) }
  }

  /// The plain mean cost of a bid of `folder` before credits.
  private func mean(of bid: String, in folder: String, futures: Int) async throws -> Double {
    let evaluation = try Evaluation(loadEvent(at: folder), futures: futures)
    let outcome = await evaluation.experiment.run(threads: 2)
    let place = try #require(evaluation.experiment.options.firstIndex { $0.bid.id == bid })
    return outcome.options[place].before.mean
  }

  @Test func a_fee_at_which_two_bids_cost_the_same_is_met_to_the_cent() async throws {
    let copy = try payroll()
    defer { copy.remove() }
    let laboratory = try Laboratory(of: copy.folder, futures: 1_000)
    let report = try await laboratory.breakEven(
      of: "bids/zenith/prices/desk/amount", "zenith", equals: .bid("acme"), in: "0..10000")
    let costs = [
      try await mean(of: "acme", in: copy.folder, futures: 1_000),
      try await mean(of: "zenith", in: copy.folder, futures: 1_000),
    ]
    let closedForm = 1_000 + (costs[0] - costs[1]) / annuity
    let answer = try #require(report.answers.first { $0.basis == .beforeCredits })
    let root = try #require(answer.search.roots.first)
    #expect(answer.search.roots.count == 1)
    #expect(abs(root.value - closedForm) < 0.005, "\(root.value) against \(closedForm)")
    #expect(abs(root.gap.value) < 0.005)
    #expect(abs((root.slope ?? .nan) - annuity) < 1e-6)
    // The event with that fee in its file costs the same to the cent.
    let there = try WrittenCopy(
      of: "scenarios/payroll",
      replacing: [
        (
          "bids/zenith/1/bid.yaml", "name: Zenith People\n",
          "name: Zenith People\n" + Self.fee.replacingOccurrences(of: "1000", with: "\(root.value)")
        )
      ])
    defer { there.remove() }
    let written = try await mean(of: "zenith", in: there.folder, futures: 1_000)
    #expect(abs(written - costs[0]) < 0.005)
    #expect(try schemaFaults(report.json, "whatif") == [])
    #expect(tooWide(report.text).isEmpty)
  }

  @Test func a_target_is_met_to_the_cent() async throws {
    let copy = try payroll()
    defer { copy.remove() }
    let laboratory = try Laboratory(of: copy.folder, futures: 500)
    let report = try await laboratory.breakEven(
      of: "bids/zenith/prices/desk/amount", "zenith", equals: .amount(1_700_000),
      in: "0..10000")
    let own = try await mean(of: "zenith", in: copy.folder, futures: 500)
    let root = try #require(report.answers.first?.search.roots.first)
    #expect(abs(root.value - (1_000 + (1_700_000 - own) / annuity)) < 0.005)
    #expect(try schemaFaults(report.json, "whatif") == [])
  }

  // Credits of payroll are a share of the charge in months with a default: linear in the share.
  @Test func a_credit_share_has_its_closed_form_and_its_error() async throws {
    let laboratory = try Laboratory(of: Project.path("scenarios/payroll"), futures: 1_000)
    let report = try await laboratory.breakEven(
      of: "bids/acme/credits/fixed/accuracy", "acme", equals: .bid("zenith"), in: "0%..60%")
    let evaluation = try Evaluation(
      loadEvent(at: Project.path("scenarios/payroll")), futures: 1_000)
    let outcome = await evaluation.experiment.run(threads: 2)
    let ids = evaluation.experiment.options.map(\.bid.id)
    let (acme, zenith) = (
      try #require(ids.firstIndex(of: "acme")), try #require(ids.firstIndex(of: "zenith"))
    )
    let gap = outcome.options[acme].after.mean - outcome.options[zenith].after.mean
    let closedForm = 0.05 * (1 + gap / outcome.options[acme].credits.mean)
    let answers = report.answers
    #expect(answers.map(\.basis) == [.beforeCredits, .afterCredits])
    #expect(answers[0].search.isFlat && answers[0].search.roots.isEmpty)
    let root = try #require(answers[1].search.roots.first)
    #expect(abs(root.value / closedForm - 1) < 1e-9)
    let error = root.gap.standardError / (outcome.options[acme].credits.mean / 0.05)
    #expect(abs((root.standardError ?? .nan) / error - 1) < 1e-6)
    expectGolden(report.text, at: "Tests/AssayTests/Snapshots/payroll-whatif-break-even.txt")
  }

  @Test func where_there_is_no_such_value_it_is_said() async throws {
    let laboratory = try Laboratory(of: Project.path("scenarios/payroll"), futures: 200)
    let report = try await laboratory.breakEven(
      of: "bids/zenith/credits/fixed/accuracy", "acme", equals: .bid("zenith"))
    #expect(report.answers.allSatisfy { $0.search.roots.isEmpty })
    #expect(report.text.contains("There is no such value from 0% to 15%"))
    #expect(report.text.contains("The term does not change this cost."))
  }
}
