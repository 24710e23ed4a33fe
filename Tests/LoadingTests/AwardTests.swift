import Contracts
import Loading
import Testing

@Suite struct AwardReadingTests {
  static func event(_ keys: String) -> EventFixture {
    var fixture = EventFixture().replacing("\nterms:\n", with: "\n\(keys)\nterms:\n")
    for (file, text) in fixture.files where file.hasPrefix("bids/alpha/") {
      fixture.files[file.replacing("alpha", with: "beta")] = text
    }
    return fixture.replacing(
      "    peers:\n", with: "    peers:\n      speed: {level: 80%, spread: 0.3}\n")
  }

  static let lots = """
    lots:
      calls: {name: Calls, service_lines: [voice], prices: [fee, moving], metrics: [speed]}
      chats: {service_lines: [chat]}
    """

  private func award(_ keys: String) throws -> AwardPlan {
    try Self.event(Self.lots + "\n" + keys).load().event.award
  }

  @Test func without_a_word_everything_goes_to_one_bid() throws {
    #expect(try EventFixture().load().event.award == AwardPlan())
  }

  @Test func lots_are_read_as_they_are_written() throws {
    #expect(
      try award("").lots == [
        Lot(
          id: "calls", name: "Calls", serviceLines: ["voice"], prices: ["fee", "moving"],
          metrics: ["speed"]),
        Lot(id: "chats", name: "chats", serviceLines: ["chat"]),
      ])
  }

  @Test func shares_objective_and_groups_are_read() throws {
    let plan = try award(
      """
      award:
        shares: [100%, 0, 0.4, 60%]
        incumbents: {calls: alpha}
        groups: {both: [alpha, beta]}
        mandatory: allowed
        objective: {of: regret, tail_weight: 0.25, tail: 90%}
      """)
    #expect(plan.shares == [400_000, 600_000, 1_000_000])
    #expect(plan.incumbents == ["calls": "alpha"])
    #expect(plan.groups == ["both": ["alpha", "beta"]])
    #expect(plan.allowsFailing)
    #expect(plan.objective == AwardObjective(measure: .regret, tailWeight: 0.25, tail: 0.9))
  }

  @Test(
    arguments: [
      ("{providers: {min: 1, max: 3}}", .providers(min: 1, max: 3, lots: nil)),
      ("{providers: {min: 2, lots: [calls]}}", .providers(min: 2, max: nil, lots: ["calls"])),
      ("{value: {max: 60%}}", .value(of: .each, min: nil, max: 0.6)),
      ("{value: {of: both, min: 5%}}", .value(of: .bids(["alpha", "beta"]), min: 0.05, max: nil)),
      ("{lots: {of: alpha, max: 1}}", .lots(of: .bids(["alpha"]), min: nil, max: 1)),
      (
        "{share: {of: beta, min: 50%}}",
        .share(of: .bids(["beta"]), lots: ["calls", "chats"], min: 500_000, max: nil)
      ),
      ("{together: [calls, chats]}", .together(["calls", "chats"])),
      ("{apart: [calls, chats]}", .apart(["calls", "chats"])),
      ("{not_both: [alpha, beta]}", .notBoth(["alpha", "beta"])),
      ("{only_with: {bid: beta, needs: alpha}}", .onlyWith("beta", "alpha")),
      ("{incumbents: {keep: 1}}", .incumbents(lots: 1)),
      ("{budget: 9000000}", .budget(9_000_000)),
    ] as [(String, AwardRule.Demand)])
  func a_rule_is_read_as_it_is_written(_ written: String, _ demand: AwardRule.Demand) throws {
    let keys = "award:\n  groups: {both: [alpha, beta]}\n  rules:\n    one: \(written)"
    #expect(try award(keys).rules == [AwardRule("one", demand)])
  }

  @Test func a_rule_may_have_a_priority() throws {
    #expect(
      try award("award: {rules: {one: {budget: 5, priority: 2}}}").rules
        == [AwardRule("one", .budget(5), priority: 2)])
  }

  @Test(
    arguments: [
      ("lots: {calls: {service_lines: [voice]}}", "every service line in a lot; missing: chat"),
      (
        "lots: {a: {service_lines: [voice, chat]}, b: {service_lines: [voice]}}",
        "is there already, at line"
      ),
      ("lots: {a: {service_lines: [voice, chta]}}", "did you mean chat?"),
      ("award: {shares: [30%]}", "shares above 0 of which some add up to 100%"),
      ("award: {baseline: true}", "there is no baseline, which this needs"),
      ("award: {incumbents: {all: alhpa}}", "did you mean alpha?"),
      ("award: {groups: {alpha: [beta]}}", "a name that no bid has"),
      ("award: {groups: {each: [beta]}}", "a name that no bid has"),
      ("award: {rules: {x: {budget: 1, apart: [a, b]}}}", "exactly one of providers"),
      ("award: {rules: {x: {providers: {}}}}", "at least one of min, max"),
      ("award: {rules: {x: {providers: {min: 3, max: 2}}}}", "a number that is not below min"),
      ("award: {rules: {x: {not_both: [alpha, alpha]}}}", "two different ones"),
      ("award: {rules: {x: {only_with: {bid: alpha, needs: alpha}}}}", "two different ones"),
      ("award: {rules: {x: {value: {of: alhpa, max: 5%}}}}", "did you mean alpha?"),
      ("award: {rules: {x: {budget: 1, priority: 0}}}", "1 to 1000"),
      ("award: {objective: {tail: 20%}}", "0.5 to 0.999"),
    ])
  func what_is_wrong_is_told(_ keys: String, _ words: String) throws {
    let faults = try Self.event(keys).faults()
    #expect(faults.contains { $0.contains(words) && $0.hasPrefix("event.yaml:") }, "\(faults)")
  }

  @Test func rules_are_read_as_they_are_typed() throws {
    let dossier = try Self.event(Self.lots).load()
    #expect(
      try awardRules(typed: "few: {lots: {max: 1}}", as: "--rule", of: dossier)
        == [AwardRule("few", .lots(of: .each, min: nil, max: 1))])
    #expect(throws: LoadingError.self) {
      try awardRules(typed: "few: {lost: {max: 1}}", as: "--rule", of: dossier)
    }
  }
}
