import Contracts
import Loading
import Quantities
import Testing

/// The terms of the small good event with one more section, `terms/<section>/<name>: {…}`.
private func fixture(_ section: String, _ terms: String) -> EventFixture {
  EventFixture().replacing(
    "  service_levels:", with: "  \(section):\n    extra: \(terms)\n  service_levels:")
}

/// The clause that the terms make.
private func clause(_ section: String, _ terms: String) throws -> Clause? {
  let bid = try fixture(section, terms).load().bids.first
  return bid?.contract.clauses.first { $0.name == "extra" }?.clause
}

@Suite struct CommitmentTests {
  @Test func a_band_is_read_with_all_its_switches() throws {
    let switches = """
      voice: {deadband: 10%, outer: [{beyond: 15%, arc: 5, rrc: 2}, {beyond: 30%, arc: 6, rrc: 1}], \
      rrc_factor: 0.8, settled: year, part_period: pro_rata, \
      rebaseline: {after: 3 months, delay: 2 months}, \

      """
    let bid = try EventFixture().replacing("voice: {deadband: 10%, ", with: switches).load()
      .bids.first
    let clause = try #require(bid).contract.clauses.first { $0.name == "voice" }?.clause
    #expect(
      clause
        == .volumeBand(
          VolumeBand(
            serviceLine: "voice", deadband: 0.1, arc: 1.5, rrc: 0.9, indexation: "pay",
            outer: [.init(beyond: 0.15, arc: 5, rrc: 2), .init(beyond: 0.3, arc: 6, rrc: 1)],
            rrcFactor: 0.8, settled: .year, rest: .proRata,
            rebaseline: .init(after: 3, edge: 0.3, delay: 2))))
  }

  @Test(arguments: [
    ("outer: [{beyond: 10%, arc: 1, rrc: 1}]", "outer/1/beyond: expected more than 0.1, found 10%"),
    ("rebaseline: {edge: 10%}", "rebaseline/after: missing"),
    ("settled: weekly", "settled: expected one of month, quarter, year, found weekly"),
  ])
  func faults_of_bands_tell_their_place(_ terms: String, _ fault: String) throws {
    let faults = try EventFixture()
      .replacing("voice: {deadband: 10%, ", with: "voice: {deadband: 10%, \(terms), ").faults()
    #expect(faults.count == 1)
    #expect(faults.first?.contains("terms/volume_bands/voice/\(fault)") == true, "\(faults)")
  }

  @Test func a_discount_is_read_with_all_its_switches() throws {
    let terms = """
      {of: [fee], bands: [{from: 0, share: 1%}, {from: 50, share: 2%}], counting: marginal, \
      compare: more_than, period: year, from: 3, part_period: pro_rata}
      """
    #expect(
      try clause("volume_discounts", terms)
        == .volumeDiscount(
          VolumeDiscount(
            of: ["fee"], bands: [.init(from: 0, share: 0.01), .init(from: 50, share: 0.02)],
            counting: .marginal, edge: .moreThan,
            reckoning: Reckoning(every: .year, from: 3, rest: .proRata))))
    #expect(
      try clause("volume_discounts", "{bands: [{from: 10, share: 1%}]}")
        == .volumeDiscount(VolumeDiscount(bands: [.init(from: 10, share: 0.01)])))
  }

  @Test func an_exclusive_bundle_is_read_with_all_its_switches() throws {
    #expect(
      try clause(
        "exclusivity",
        "{of: [fee], share: 40%, from: 11, price: 110%, fee: 150%, mean_of: 6 months}")
        == .exclusivity(
          Exclusivity(of: ["fee"], share: 0.4, firstMonth: 11, price: 1.1, fee: 1.5, months: 6)))
    #expect(
      try clause("exclusivity", "{share: 1, from: 2, fee: 0}")
        == .exclusivity(Exclusivity(share: 1, firstMonth: 2, fee: 0)))
  }

  @Test func a_minimum_of_a_volume_is_read_with_all_its_switches() throws {
    let terms = """
      {service_line: voice, minimum: [9, 10], price: 1.5, period: quarter, from: 4, \
      part_period: pro_rata, carry_forward: {expires: 4}, step_up: {growth_share: 50%, cap: 12}, \
      relief: {level: answer, share: 2%}, indexation: pay}
      """
    #expect(
      try clause("minimums", terms)
        == .minimumCommitment(
          MinimumCommitment(
            measure: .volume(of: "voice"), minimum: [9, 10], price: 1.5,
            reckoning: Reckoning(every: .quarter, from: 4, rest: .proRata), carryForward: 4,
            stepUp: .init(growthShare: 0.5, cap: 12), relief: .init(level: "answer", share: 0.02),
            indexation: "pay")))
  }

  @Test func a_minimum_of_charges_costs_what_is_missing() throws {
    #expect(
      try clause("minimums", "{of: [fee, chats], minimum: 5}")
        == .minimumCommitment(
          MinimumCommitment(measure: .charge(of: ["fee", "chats"]), minimum: [5])))
    #expect(
      try clause("minimums", "{of: all, minimum: 5, price: 0.5}")
        == .minimumCommitment(
          MinimumCommitment(measure: .charge(of: nil), minimum: [5], price: 0.5)))
  }

  @Test func a_relief_is_of_all_levels_unless_it_names_some() throws {
    #expect(
      try clause(
        "forecast_relief", "{service_line: voice, tolerance: 10%, baseline: 9, levels: [queue]}")
        == .forecastRelief(
          ForecastRelief(
            serviceLine: "voice", baseline: Array(repeating: 9, count: 24), tolerance: 0.1,
            levels: ["queue"])))
    #expect(
      try clause("forecast_relief", "{service_line: voice, tolerance: 0%, levels: all}")
        == .forecastRelief(ForecastRelief(serviceLine: "voice", tolerance: 0)))
  }

  @Test func a_gain_share_is_read_with_all_its_switches() throws {
    let terms = """
      {service_line: chat, measured: benefit, baseline: 40, provider_share: 30%, pain_share: 10%, \
      cap: 5, period: year, from: 2, part_period: pro_rata}
      """
    #expect(
      try clause("gain_share", terms)
        == .gainShare(
          GainShare(
            serviceLine: "chat", measured: .benefit, baseline: Array(repeating: 40, count: 24),
            steps: [.init(share: 0.3)], painShare: 0.1, cap: 5,
            reckoning: Reckoning(every: .year, from: 2, rest: .proRata))))
    let schedule = "[{to: 3 months, share: 100%}, {share: 0%}]"
    #expect(
      try clause("gain_share", "{service_line: chat, baseline: event, schedule: \(schedule)}")
        == .gainShare(
          GainShare(
            serviceLine: "chat", steps: [.init(through: 3, share: 1), .init(share: 0)])))
  }

  @Test func credits_reduce_the_tax_on_all_charges_unless_it_says_otherwise() throws {
    #expect(try clause("taxes", "{rate: 20%}") == .tax(Tax(rate: 0.2)))
    #expect(
      try clause("taxes", "{rate: 20%, of: [fee]}")
        == .tax(Tax(rate: 0.2, of: ["fee"], credits: .separate)))
    let terms = "{rate: 20%, recoverable: 80%, of: [fee], credits: reduce, gross_up: 5%}"
    #expect(
      try clause("taxes", terms)
        == .tax(Tax(rate: 0.2, recoverable: 0.8, of: ["fee"], withholding: 0.05)))
  }

  @Test func payment_is_read_with_its_switches() throws {
    let bid = try EventFixture().replacing(
      "  payment: {lag: 1 month}",
      with: """
          payment: {lag: 1.5 months, billing: advance}
          late_interest: {share_late: 10%, days_late: 20, rate: 1.5%}
          prompt_discount: {share: 2%, from: 2, to: 24}
          disputes: {share: 3%, months: 2, won: 50%}
        """
    ).load().bids.first
    let clauses = try #require(bid).contract.clauses.map(\.clause)
    #expect(clauses.contains(.paymentTerms(PaymentTerms(lag: 1.5, billing: .advance))))
    #expect(
      clauses.contains(.lateInterest(LateInterest(shareLate: 0.1, daysLate: 20, rate: 0.015))))
    #expect(
      clauses.contains(
        .promptDiscount(PromptDiscount(share: 0.02, span: MonthSpan(from: 2, to: 24)))))
    #expect(
      clauses.contains(.disputedInvoices(DisputedInvoices(share: 0.03, months: 2, won: 0.5))))
  }

  @Test(arguments: [
    ("payment: {lag: 1, billing: advence}", "payment/billing: expected one of arrears, advance"),
    ("late_interest: {share_late: 10%, days_late: 400, rate: 0}", "late_interest/days_late: "),
    ("prompt_discount: {share: 2%, from: 5, to: 4}", "prompt_discount/to: expected 5 to 1200"),
    ("disputes: {share: 3%, months: 0, won: 50%}", "disputes/months: expected 1 to 60, found 0"),
  ])
  func faults_of_payment_tell_their_place(_ terms: String, _ fault: String) throws {
    let faults = try EventFixture().replacing("payment: {lag: 1 month}", with: terms).faults()
    #expect(faults.count == 1)
    #expect(faults.first?.contains("terms/\(fault)") == true, "\(faults)")
  }

  @Test(arguments: [
    (
      "volume_discounts", "{bands: [{from: 5, share: 1%}, {from: 5, share: 2%}]}",
      "bands/2/from: expected more than 5, found 5"
    ),
    ("volume_discounts", "{of: all}", "bands: missing"),
    ("exclusivity", "{share: 40%, from: 1, fee: 1}", "from: expected 2 to "),
    ("exclusivity", "{of: [fees], share: 40%, from: 3, fee: 1}", "of/1: expected a name"),
    (
      "forecast_relief", "{service_line: voice, tolerance: 10%, levels: [queues]}",
      "levels/1: expected a name declared under terms/service_levels, found queues; did you mean "
        + "queue?"
    ),
    ("taxes", "{rate: 20}", "rate: expected 0 to 1, found 20; did you mean 20%?"),
    ("taxes", "{recoverable: 1}", "rate: missing"),
    (
      "gain_share", "{service_line: chat, schedule: [{to: 3, share: 1}, {to: 3, share: 0}]}",
      "schedule/2/to: expected 4 to 1200, found 3"
    ),
    (
      "gain_share", "{service_line: chat, schedule: [{share: 1}, {share: 0}]}",
      "schedule/1/to: missing"
    ),
    ("gain_share", "{service_line: caht, provider_share: 1}", "service_line: expected a name"),
    ("minimums", "{service_line: voice, minimum: 5}", "price: missing"),
    (
      "minimums", "{minimum: 5, price: 2}",
      ": expected exactly one of service_line, of, found minimum, price"
    ),
    (
      "minimums", "{of: [fees], minimum: 5}",
      "of/1: expected a name declared under prices.csv or terms/prices, found fees; did you mean fee?"
    ),
    (
      "minimums", "{of: all, minimum: 5, step_up: {growth_share: 50%, cap: 4}}",
      "step_up/cap: expected at least 5, found 4"
    ),
    (
      "minimums", "{of: all, minimum: 5, period: weekly}",
      "period: expected one of month, quarter, year, found weekly"
    ),
  ])
  func faults_of_commitments_tell_their_place(
    _ section: String, _ terms: String, _ fault: String
  ) throws {
    let faults = try fixture(section, terms).faults()
    #expect(faults.count == 1)
    let path = "terms/\(section)/extra" + (fault.hasPrefix(":") ? "" : "/")
    #expect(faults.first?.contains(path + fault) == true, "\(faults)")
  }
}
