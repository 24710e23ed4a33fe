import Contracts
import Quantities
import Simulation
import Testing

@testable import Decision

/// One change of a contract that is usual throughout, and the departure that it makes.
struct DepartureCase: CustomTestStringConvertible {
  var clauses: [(name: String, clause: Clause?)]
  var key: UsualTerm.Key
  var found: Departure.Found
  var leaning: Leaning
  var path: String

  var testDescription: String { "\(path) \(found)" }

  init(
    _ name: String, _ clause: Clause?, _ key: UsualTerm.Key, _ found: Departure.Found,
    _ leaning: Leaning, _ path: String, with others: [(name: String, clause: Clause?)] = []
  ) {
    clauses = [(name, clause)] + others
    self.key = key
    self.found = found
    self.leaning = leaning
    self.path = path
  }
}

@Suite struct DepartureTests {
  private static let level = ServiceLevel(
    metric: "quality", target: 0, comparison: .atLeast, firstMonth: 4)

  private static func credit(
    _ atRisk: Double = 0.12, pool: Double = 1.5, share: Double = 1
  ) -> Clause {
    .atRiskCredit(
      AtRiskCredit(
        atRisk: atRisk, allocations: [.init(level: "good", pool: pool, share: share)]))
  }

  private static func right(_ defaults: Int = 4, in window: Int = 6, notice: Int = 3) -> Clause {
    .chronicFailure(
      ChronicFailure(level: "good", defaults: defaults, window: window, notice: notice))
  }

  private static func index(
    cap: Double? = 0.04, floor: Double? = 0, first: Int = 13, every: Int = 12
  ) -> Clause {
    .indexation(
      Indexation(index: "wages", cap: cap, floor: floor, firstMonth: first, interval: every))
  }

  private static func band(_ deadband: Double = 0.1, arc: Double = 2, rrc: Double = 1) -> VolumeBand
  {
    VolumeBand(serviceLine: "calls", deadband: deadband, arc: arc, rrc: rrc)
  }

  private static func calls(_ minimum: [Double], every period: Period = .month) -> Clause {
    .minimumCommitment(
      MinimumCommitment(
        measure: .volume(of: "calls"), minimum: minimum, reckoning: Reckoning(every: period)))
  }

  private static func fee(_ amount: Double, _ indexation: String? = "pay") -> Clause {
    .fixedFee(FixedFee(amount: amount, indexation: indexation))
  }

  /// A contract that departs in nothing, of 1000 a month in a year from go-live.
  private static let usual: [(name: String, clause: Clause)] = [
    ("pay", index()), ("fee", fee(1_000)), ("payment", .paymentTerms(PaymentTerms(lag: 1))),
    ("good", .serviceLevel(level)), ("at_risk", credit()),
    ("cap", .creditCap(CreditCap(share: 0.12))),
    ("chronic", right()),
  ]

  private func departures(_ changes: [(name: String, clause: Clause?)]) -> [Departure] {
    var clauses = Self.usual.map { usual -> (name: String, clause: Clause?) in
      changes.first { $0.name == usual.name } ?? usual
    }
    clauses += changes.filter { change in !Self.usual.contains { $0.name == change.name } }
    let bid = Small.bid(
      "one",
      clauses.compactMap { named in
        named.clause.map { Contract.Named(named.name, $0) }
      })
    let baseCase = BaseCaseLines(
      total: 13_000, charge: 12_000, charges: ["fee": 9_000, "extra": 3_000], months: 12)
    return bid.departures(in: Small.event(), baseCase)
  }

  @Test func what_is_usual_departs_in_nothing() {
    #expect(departures([]) == [])
  }

  static let service = [
    DepartureCase(
      "at_risk", credit(0.05), .atRisk, .amount(0.05), .provider, "credits/at_risk",
      with: [("cap", .creditCap(CreditCap(share: 0.05)))]),
    DepartureCase(
      "at_risk", credit(0.15), .atRisk, .amount(0.15), .buyer, "credits/at_risk",
      with: [("cap", .creditCap(CreditCap(share: 0.15)))]),
    DepartureCase(
      "at_risk", credit(pool: 1.5, share: 0.5), .pools, .amount(0.75), .provider,
      "credits/pools"),
    DepartureCase("at_risk", credit(pool: 3), .pools, .amount(3), .buyer, "credits/pools"),
    DepartureCase(
      "cap", .creditCap(CreditCap(share: 0.06)), .atRiskCap, .amount(0.5), .provider,
      "credits/cap"),
    DepartureCase("cap", nil, .atRiskCap, .absent, .buyer, "credits/cap"),
    // 240 of 1000 a month are 24 %, twice what is at risk.
    DepartureCase(
      "cap", .creditCap(CreditCap(amount: 240)), .atRiskCap, .amount(2), .buyer,
      "credits/cap"),
    DepartureCase(
      "at_risk", .fixedCredit(FixedCredit(level: "good", share: 0.05)), .chargeCap,
      .amount(0.25), .buyer, "credits/cap", with: [("cap", .creditCap(CreditCap(share: 0.25)))]),
    DepartureCase("at_risk", nil, .credits, .absent, .provider, "credits"),
    DepartureCase(
      "late",
      .serviceLevel(ServiceLevel(metric: "quality", target: 1, comparison: .atLeast)), .credits,
      .absent, .provider, "service_levels/late"),
    DepartureCase(
      "good",
      .serviceLevel(
        ServiceLevel(metric: "quality", target: 0, comparison: .atLeast, firstMonth: 7)), .ramp,
      .amount(6), .provider, "service_levels/good/from"),
    DepartureCase(
      "good",
      .serviceLevel(ServiceLevel(metric: "quality", target: 0, comparison: .atLeast)), .ramp,
      .amount(0), .buyer, "service_levels/good/from"),
    DepartureCase(
      "repeat", .repeatMultiplier(RepeatMultiplier(run: 2, multiplier: 4)),
      .repeatMultiplier, .amount(4), .buyer, "credits/repeat/multiplier"),
    DepartureCase(
      "earn_back",
      .earnBack(EarnBack(.clean(periods: 1, of: .quarter, levels: nil))), .earnBack, .amount(3),
      .provider, "credits/earn_back/clean"),
    DepartureCase(
      "annual_cap", .longCreditCap(LongCreditCap(.charges(share: 0.05), window: .year)),
      .longCap, .amount(0.05), .provider, "credits/annual_cap"),
    // 2400 of 24 months at 1000.
    DepartureCase(
      "rolling_cap",
      .longCreditCap(LongCreditCap(.amount(4_800), window: .rolling(months: 24))), .longCap,
      .amount(0.2), .buyer, "credits/rolling_cap"),
  ]

  static let volume = [
    DepartureCase(
      "calls", .volumeBand(band(0.15)), .deadband, .amount(0.15), .either,
      "volume_bands/calls/deadband"),
    DepartureCase(
      "calls",
      .volumeBand(
        VolumeBand(serviceLine: "calls", deadband: 0.1, arc: 2, rrc: 1, reading: .deviation)),
      .bandReading, .word("whole deviation"), .either, "volume_bands/calls/reading"),
    DepartureCase(
      "calls", .volumeBand(band(rrc: 0.5)), .reducedCredit, .amount(0.25), .provider,
      "volume_bands/calls/rrc"),
    // 285 of 300 calls in a quarter.
    DepartureCase(
      "least", calls([225, 285], every: .quarter), .minimum, .amount(0.95), .provider,
      "minimums/least/minimum"),
    DepartureCase("least", calls([50]), .minimum, .amount(0.5), .buyer, "minimums/least/minimum"),
    // 675 of the 750 that one price charges in a mean month.
    DepartureCase(
      "least",
      .minimumCommitment(MinimumCommitment(measure: .charge(of: ["fee"]), minimum: [675])),
      .minimum, .amount(0.9), .provider, "minimums/least/minimum"),
    DepartureCase(
      "idea", .gainShare(GainShare(serviceLine: "calls", steps: [.init(share: 0.8)])),
      .gainShare, .amount(0.8), .provider, "gain_share/idea/provider_share"),
  ]

  static let price = [
    DepartureCase("pay", index(cap: nil), .indexCap, .absent, .provider, "indexation/pay/cap"),
    DepartureCase(
      "pay", index(cap: 0.04, every: 6), .indexCap, .amount(0.08), .provider,
      "indexation/pay/cap"),
    DepartureCase(
      "pay", index(floor: 0.01), .indexFloor, .amount(0.01), .provider,
      "indexation/pay/floor"),
    DepartureCase(
      "pay", index(first: 7), .firstAdjustment, .amount(6), .provider,
      "indexation/pay/first"),
    DepartureCase(
      "pay",
      .indexation(Indexation(following: .lesser([.index("wages"), .rate(0.09)]))), .indexCap,
      .amount(0.09), .provider, "indexation/pay/cap"),
    DepartureCase(
      "rise", .escalator(Escalator(rate: 0.04)),
      .escalator, .amount(0.04), .provider, "indexation/rise/rate",
      with: [("extra", fee(1, "rise"))]),
    DepartureCase("payment", nil, .payment, .absent, .provider, "payment"),
    DepartureCase(
      "payment", .paymentTerms(PaymentTerms(lag: 0.5)), .payment, .amount(0.5),
      .provider, "payment/lag"),
    DepartureCase(
      "payment", .paymentTerms(PaymentTerms(lag: 1, billing: .advance)), .billing,
      .word("in advance"), .provider, "payment/billing"),
    DepartureCase(
      "late_interest",
      .lateInterest(LateInterest(shareLate: 0.1, daysLate: 30, rate: 0.02)), .lateInterest,
      .amount(0.02), .provider, "late_interest/rate"),
    DepartureCase(
      "move", .oneOffFee(OneOffFee(amount: 2_400, month: 1, purpose: .transition)),
      .transition, .amount(0.2), .provider, "prices"),
  ]

  static let exit = [
    DepartureCase("chronic", nil, .chronic, .absent, .provider, "rights"),
    DepartureCase(
      "chronic", right(6, in: 6), .chronic, .amount(6), .provider,
      "rights/chronic/defaults"),
    DepartureCase(
      "chronic", right(4, in: 24), .chronicWindow, .amount(24), .buyer,
      "rights/chronic/window"),
    DepartureCase(
      "chronic", right(notice: 9), .notice, .amount(9), .provider,
      "rights/chronic/notice"),
    DepartureCase(
      "termination_fee",
      .terminationFee(TerminationFee(multiple: 12, base: .lastInvoice)), .terminationFee,
      .amount(12), .provider, "termination_fee/multiple"),
    // Three times 4000 are twelve of the 1000 that a month costs.
    DepartureCase(
      "termination_fee",
      .terminationFee(TerminationFee(multiple: 3, base: .stated(4_000))), .terminationFee,
      .amount(12), .provider, "termination_fee/multiple"),
  ]

  @Test(arguments: service + volume + price + exit)
  func a_departure_tells_what_who_gains_and_where(_ change: DepartureCase) {
    let expected = Departure(
      bid: "one", change.key, change.found, change.leaning, path: change.path)
    let found = departures(change.clauses)
    #expect(found.map(\.key) == [change.key])
    #expect(found.map(\.leaning) == [change.leaning])
    #expect(found.map(\.path) == [change.path])
    guard case .amount(let amount)? = found.first?.found,
      case .amount(let wanted) = expected.found
    else {
      #expect(found == [expected])
      return
    }
    #expect(abs(amount - wanted) < 1e-12)
  }

  @Test func an_indexation_that_no_price_follows_is_not_compared() {
    #expect(departures([("other", Self.index(cap: nil))]) == [])
  }

  @Test func an_amount_is_not_compared_with_a_charge_of_nothing() {
    let cap = Contract.Named("cap", .creditCap(CreditCap(amount: 500)))
    let fixed = Contract.Named("good", .fixedCredit(FixedCredit(level: "good", share: 0.05)))
    let bid = Small.bid("one", [fixed, cap])
    let found = bid.departures(
      in: Small.event(), BaseCaseLines(total: 0, charge: 0, months: 12))
    #expect(found.map(\.key) == [.payment, .chronic])
  }

  @Test func what_lies_on_a_bound_is_usual() {
    let onBounds: [(name: String, clause: Clause?)] = [
      ("at_risk", Self.credit(0.1, pool: 2.5)), ("cap", .creditCap(CreditCap(share: 0.1))),
      ("chronic", Self.right(5, in: 12, notice: 6)), ("calls", .volumeBand(Self.band())),
      ("least", Self.calls([80])),
    ]
    #expect(departures(onBounds) == [])
  }

  @Test func every_key_has_one_row_and_every_row_a_source_or_an_assumption() {
    #expect(UsualTerm.all.map(\.key).count == UsualTerm.Key.allCases.count)
    for key in UsualTerm.Key.allCases { #expect(UsualTerm.named(key).key == key) }
    for term in UsualTerm.all {
      #expect(!term.source.isEmpty || term.isAssumption, "\(term.name)")
      guard case .range(let lower, let upper, _) = term.usual else { continue }
      #expect(lower != nil || upper != nil)
      #expect((lower ?? -.infinity) <= (upper ?? .infinity))
    }
  }
}
