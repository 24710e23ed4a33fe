import Contracts
import Futures
import Loading
import Quantities
import Testing

@Suite struct EventTests {
  @Test func an_event_is_read_as_it_is_written() throws {
    let dossier = try EventFixture().load()
    let event = dossier.event
    #expect(event.id == "event")
    #expect(event.title == "Customer service")
    #expect(event.currency == "EUR")
    #expect(event.firstMonth == CalendarMonth("2027-04"))
    #expect(event.horizon == 24)
    #expect(event.goLive == 4)
    #expect(event.discounting == Discounting(rate: 0.08))
    #expect(event.indices == ["wages"])
    #expect(event.serviceLines.map(\.id) == ["voice", "chat"])
    #expect(event.serviceLines[0].baseline == Array(repeating: 92_000, count: 24))
    #expect(abs(event.serviceLines[1].baseline[12] - 1_020) < 1e-9)
    #expect(
      event.metrics == [
        Metric(id: "speed", name: "Answered in time", link: .logit, decimals: 1),
        Metric(id: "wait", name: "Waiting time", link: .log, better: .lower),
      ]
    )
    #expect(
      event.requirements[0]
        == Requirement(
          id: "gdpr-28", framework: "GDPR", text: "Processor agreement", weight: 3,
          isMandatory: true, due: .bid
        )
    )
    #expect(event.criteria.map(\.measure) == [.cost, .compliance])
    #expect(event.criteria[1].scale == .linear(best: 1, worst: 0))
  }

  @Test func a_contract_holds_each_term_under_its_name() throws {
    let bid = try #require(try EventFixture().load().bids.first)
    #expect(bid.id == "alpha")
    #expect(bid.name == "Alpha Contact Services")
    #expect(bid.round == "1")
    #expect(bid.statedTotal == 41_800_000)
    #expect(
      bid.contract.clauses.map(\.name) == [
        "pay", "fee", "calls", "chats", "moving", "payment", "voice", "answer", "queue", "repeat",
        "at_risk", "queue", "cap", "speed", "chronic", "termination_fee", "replacement",
      ]
    )
    let clauses = bid.contract.clauses.map(\.clause)
    #expect(
      clauses[0] == .indexation(Indexation(index: "wages", share: 0.7, cap: 0.04, floor: 0))
    )
    #expect(clauses[1] == .fixedFee(FixedFee(amount: 500_000, indexation: "pay")))
    #expect(clauses[3] == .unitPrice(UnitPrice(serviceLine: "chat", price: 2.5)))
    #expect(
      clauses[4] == .oneOffFee(OneOffFee(amount: 400_000, month: 4, purpose: .transition))
    )
    #expect(
      clauses[6]
        == .volumeBand(
          VolumeBand(serviceLine: "voice", deadband: 0.1, arc: 1.5, rrc: 0.9, indexation: "pay")
        )
    )
    #expect(
      clauses[10]
        == .atRiskCredit(
          AtRiskCredit(
            atRisk: 0.12,
            allocations: [AtRiskCredit.Allocation(level: "answer", pool: 1.2, share: 0.5)]
          )
        )
    )
    #expect(
      clauses[14]
        == .chronicFailure(
          ChronicFailure(
            level: "answer", defaults: 4, window: 6, exercise: .withProbability(0.5), notice: 3
          )
        )
    )
    #expect(
      clauses[16]
        == .replacement(
          Replacement(multiple: 1.15, base: .contractCharge, attainment: ["speed": 0.8])
        )
    )
  }

  @Test func tiers_may_stand_in_any_order() throws {
    let bid = try #require(try EventFixture().load().bids.first)
    guard
      case .tieredPrice(let tiers)? = bid.contract.clauses.first(where: { $0.name == "calls" })?
        .clause
    else {
      Issue.record("no tiers")
      return
    }
    #expect(tiers.tiers.map(\.from) == [0, 50_000])
    #expect(tiers.tiers.map(\.price) == [4.2, 3.1])
    #expect(tiers.span == MonthSpan(from: 4))
  }

  @Test func answers_are_read_with_their_evidence() throws {
    let bid = try #require(try EventFixture().load().bids.first)
    let month = try #require(CalendarMonth("2027-09"))
    #expect(
      bid.answers["gdpr-28"]
        == Answer(
          status: .planned(by: month), evidence: .certificate, text: "Soon, we hope", page: "12"
        )
    )
    #expect(bid.answers["iso"] == Answer(status: .comply))
  }

  @Test func assumptions_are_read_on_the_link_scale() throws {
    let assumptions = try EventFixture().load().assumptions
    #expect(assumptions.demand[0].persistence == Parameter(0.6, scale: .atanh))
    #expect(assumptions.demand[0].growth == Parameter(0, error: 0.015))
    #expect(assumptions.demand[1].forecast[0] == 1_000)
    #expect(assumptions.correlation.matrix == [[1, 0.5, 0], [0.5, 1, 0], [0, 0, 1]])
    let performance = try #require(assumptions.performance["alpha"])
    #expect(performance.metrics.map(\.metric) == ["speed", "wait"])
    #expect(performance.metrics[0].level.estimate == Link.logit.scaled(0.84))
    #expect(performance.metrics[0].demandLinks == ["voice": Parameter(-2)])
    #expect(performance.metrics[1].level == Parameter(Link.log.scaled(40), error: 0.1))
    #expect(performance.correlation.matrix == [[1, -0.6], [-0.6, 1]])
  }

  @Test func a_metric_taken_from_the_peers_is_noted() throws {
    let notes = try EventFixture().load().notes
    #expect(
      notes == [
        .certainDemand(serviceLines: ["chat"]),
        .peersStandIn(option: "alpha", metrics: ["wait"]),
      ]
    )
  }

  @Test func a_correlation_that_cannot_be_is_repaired_and_noted() throws {
    let fixture = EventFixture().replacing(
      "    - {between: [voice, chat], value: 0.5}",
      with: """
            - {between: [voice, chat], value: 0.9}
            - {between: [voice, wages], value: 0.9}
            - {between: [chat, wages], value: -0.9}
        """
    )
    let repaired = try fixture.load().notes.contains {
      if case .correlationRepaired(path: "assumptions/correlations", let by) = $0 {
        return by > 0.1
      }
      return false
    }
    #expect(repaired)
  }

  @Test func the_same_files_give_the_same_digest_and_others_another() throws {
    let digest = try EventFixture().load().digest
    let other = try EventFixture().replacing("92000", with: "92001").load().digest
    #expect(digest.count == 64)
    #expect(try EventFixture().load().digest == digest)
    #expect(other != digest)
    let digests = try EventFixture().load().dataDigests
    #expect(digests.count == 4)
  }

  @Test func a_volume_series_is_a_list_or_a_file_too() throws {
    let list = (1...24).map { "\($0 * 10)" }.joined(separator: ", ")
    var fixture = EventFixture().replacing("baseline: 92000", with: "baseline: [\(list)]")
    #expect(try fixture.load().event.serviceLines[0].baseline[23] == 240)
    fixture = EventFixture().replacing(
      "baseline: 92000", with: "baseline: {file: volumes.csv, column: v}"
    )
    fixture.files["volumes.csv"] =
      "month,v,w\n" + (1...24).reversed().map { "\($0),\($0 * 3),x\n" }.joined()
    #expect(try fixture.load().event.serviceLines[0].baseline == (1...24).map { Double($0 * 3) })
  }

  @Test func only_the_last_round_counts() throws {
    var fixture = EventFixture()
    for round in ["9-early", "10-late"] {
      fixture.files["bids/alpha/\(round)/bid.yaml"] = "name: \(round)\n"
      fixture.files["bids/alpha/\(round)/prices.csv"] = EventFixture.prices
    }
    let bid = try #require(try fixture.load().bids.first)
    #expect(
      try fixture.load().notes.first
        == .lastRoundCounts(option: "alpha", rounds: ["1", "9-early", "10-late"])
    )
    #expect(bid.round == "10-late")
    #expect(bid.answers.isEmpty)
  }

  @Test func bids_come_in_the_order_of_their_identifiers_and_the_baseline_before() throws {
    var fixture = EventFixture().replacing("    alpha:\n", with: "    peers:\n").replacing(
      "    peers:\n      wait:", with: "      wait:"
    ).replacing(
      "      correlations:\n        - {between: [speed, wait], value: -0.6}\n", with: ""
    )
    for place in ["bids/gamma/1", "bids/beta/1", "baseline"] {
      fixture.files["\(place)/bid.yaml"] = EventFixture.bid
      fixture.files["\(place)/prices.csv"] = EventFixture.prices
    }
    let dossier = try fixture.load()
    #expect(dossier.bids.map(\.id) == ["alpha", "beta", "gamma"])
    #expect(dossier.options.map(\.id) == ["baseline", "alpha", "beta", "gamma"])
    #expect(dossier.baseline?.round == "")
    #expect(dossier.assumptions.performance.count == 4)
  }

  @Test func files_that_are_not_read_are_noted() throws {
    var fixture = EventFixture()
    for file in ["notes.txt", "README.md", "bids/acme.zip", "bids/alpha/1/offer.pdf"] {
      fixture.files[file] = "x"
    }
    #expect(
      try fixture.load().notes.last
        == .filesNotRead(["notes.txt", "bids/acme.zip", "bids/alpha/1/offer.pdf"])
    )
  }

  @Test func terms_that_contradict_themselves_are_noted() throws {
    let notes = try EventFixture().replacing("compare: less_than", with: "compare: more_than")
      .replacing("share: 50%}", with: "share: 90%}\n      queue: {pool: calls, share: 20%}")
      .load().notes
    #expect(
      notes.prefix(2) == [
        .levelAgainstMetric(file: "event.yaml", path: "terms/service_levels/queue", metric: "wait"),
        .poolOverAllocated(file: "event.yaml", pool: "calls", share: 1.1),
      ]
    )
  }
}
