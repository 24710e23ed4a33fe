import Contracts
import Decision
import Futures
import Quantities
import Settlement
import Simulation
import Testing

@testable import Award

@Suite(.serialized) struct PricingTests {
  static let months = 12
  static let half = AwardPlan.whole / 2

  /// Two service lines, each a lot, with a score each; nothing is discounted.
  static let event = {
    func line(_ id: String, _ volume: Double) -> ServiceLine {
      ServiceLine(
        id: id, name: id, unit: "unit", baseline: Array(repeating: volume, count: months))
    }
    var event = Event(
      id: "two", title: "Two", currency: "EUR",
      firstMonth: CalendarMonth(number: 2027 * 12 + 3), horizon: months,
      serviceLines: [line("calls", 100), line("mails", 40)],
      metrics: [
        Metric(id: "speed", name: "Speed", link: .identity),
        Metric(id: "reply", name: "Reply", link: .identity),
      ],
      discounting: Discounting(rate: 0, timing: .start))
    event.award = AwardPlan(
      lots: [
        Lot(
          id: "c", name: "c", serviceLines: ["calls"], prices: ["desk"], metrics: ["speed"]),
        Lot(id: "m", name: "m", serviceLines: ["mails"], metrics: ["reply"]),
      ], shares: [half, AwardPlan.whole])
    return event
  }()

  static let assumptions = {
    func driver(_ metric: String) -> PerformanceDriver {
      PerformanceDriver(
        metric: metric, link: .identity, level: Parameter(0), spread: Parameter(1, scale: .log))
    }
    let performance = Performance(metrics: [driver("speed"), driver("reply")])
    return Assumptions(
      horizon: months,
      demand: event.serviceLines.map {
        DemandDriver(
          serviceLine: $0.id, forecast: $0.baseline, spread: Parameter(0.1, scale: .log))
      },
      performance: ["a": performance, "b": performance, "baseline": performance])
  }()

  static let calls = Contract.Named("calls", .unitPrice(UnitPrice(serviceLine: "calls", price: 2)))
  static let mails = Contract.Named("mails", .unitPrice(UnitPrice(serviceLine: "mails", price: 3)))
  static let desk = Contract.Named("desk", .fixedFee(FixedFee(amount: 50)))
  static let discount = Contract.Named(
    "rebate",
    .volumeDiscount(
      VolumeDiscount(
        bands: [.init(from: 0, share: 0), .init(from: 250, share: 0.2)],
        reckoning: Reckoning())))

  static func bid(_ id: String, _ clauses: [Contract.Named]) -> Bid {
    Bid(id: id, name: id, contract: Contract(id: id, clauses: clauses))
  }

  /// What may be given; lots name only prices that some bid has.
  static func pricing(
    _ bids: [Bid], baseline: Bid? = nil, _ change: (inout Event) -> Void = { _ in }
  ) throws -> LotPricing {
    var event = event
    if !bids.contains(where: { $0.contract.clauses.contains(desk) }) {
      event.award.lots[0].prices = []
    }
    change(&event)
    return try LotPricing(
      event, event.award, bids: bids, levelled: bids, baseline: baseline, assumptions)
  }

  static func priced(
    _ bids: [Bid], baseline: Bid? = nil, _ change: (inout Event) -> Void = { _ in }
  ) async throws -> PricedLots {
    try await pricing(bids, baseline: baseline, change).priced(futures: 64, seed: 3, threads: 2)
  }

  /// What the whole bid costs in each future, as it is ranked.
  static func whole(_ bid: Bid, basis: CostBasis = .beforeCredits) async throws -> [Double] {
    let performance = assumptions.performance[bid.id] ?? Performance(metrics: [])
    let option = try Option(bid, in: event, performance: performance)
    let experiment = Experiment(
      options: [option], assumptions: assumptions, basis: basis, futures: 64, seed: 3)
    return await experiment.run(threads: 1).sample.cost(basis)[0]
  }

  private func column(
    _ award: AwardCase, _ shares: [Int: Int], of bid: Int = 0
  ) throws -> AwardColumn {
    try #require(
      award.columns.first { column in
        column.bid == bid
          && Dictionary(uniqueKeysWithValues: column.given.map { ($0.lot, $0.share) }) == shares
      })
  }

  @Test func lots_that_nothing_binds_are_columns_of_their_own_and_add_up_to_the_bid() async throws {
    let bid = Self.bid("a", [Self.calls, Self.desk, Self.mails])
    let award = try await Self.priced([bid]).award
    #expect(award.columns.count == 4)
    let sum = zip(
      try column(award, [0: AwardPlan.whole]).costs, try column(award, [1: AwardPlan.whole]).costs
    ).map(+)
    for (own, whole) in zip(sum, try await Self.whole(bid)) {
      #expect(abs(own - whole) <= 1e-12 * whole)
    }
  }

  @Test func half_a_lot_costs_half_by_the_unit_and_all_of_what_is_fixed() async throws {
    let award = try await Self.priced([Self.bid("a", [Self.calls, Self.desk, Self.mails])]).award
    let fixed = 50.0 * Double(Self.months)
    let (half, whole) = (
      try column(award, [0: Self.half]), try column(award, [0: AwardPlan.whole])
    )
    for (half, whole) in zip(half.costs, whole.costs) {
      #expect(abs((half - fixed) * 2 - (whole - fixed)) < 1e-9)
    }
  }

  @Test func terms_that_span_lots_are_priced_as_one_to_the_bit_of_the_whole_bid() async throws {
    let bid = Self.bid("a", [Self.calls, Self.desk, Self.mails, Self.discount])
    let pricing = try Self.pricing([bid])
    #expect(
      pricing.notes.contains(
        .bound(bid: "a", lots: ["c", "m"], terms: ["bids/a/terms/volume_discounts/rebate"])))
    let award = try await pricing.priced(futures: 64, seed: 3, threads: 1).award
    // Nothing, half or all of two lots, but for nothing of both.
    #expect(award.columns.count == 8)
    #expect(Set(award.columns.map(\.part)) == [0])
    let both = try column(award, [0: AwardPlan.whole, 1: AwardPlan.whole])
    #expect(both.costs == (try await Self.whole(bid)))
    // Calls with the desk come to about 250 a month: with the mails the rebate is always reached.
    let alone =
      try column(award, [0: AwardPlan.whole]).mean + column(award, [1: AwardPlan.whole]).mean
    #expect(both.mean < 0.9 * alone)
  }

  @Test func a_fee_that_no_lot_names_binds_all_lots_and_is_paid_with_any() async throws {
    let fee = Contract.Named("office", .fixedFee(FixedFee(amount: 10)))
    let award = try await Self.priced([Self.bid("a", [Self.calls, Self.mails, fee])]).award
    let (calls, mails) = (
      try column(award, [0: AwardPlan.whole]).mean, try column(award, [1: AwardPlan.whole]).mean
    )
    let both = try column(award, [0: AwardPlan.whole, 1: AwardPlan.whole]).mean
    #expect(abs(calls + mails - both - 120) < 1e-9)
  }

  @Test func a_bid_is_given_only_what_it_prices() async throws {
    let award = try await Self.priced([
      Self.bid("a", [Self.calls, Self.desk]), Self.bid("b", [Self.calls, Self.mails]),
    ]).award
    #expect(award.columns.filter { $0.bid == 0 }.allSatisfy { $0.given.map(\.lot) == [0] })
    #expect(award.columns.count { $0.bid == 1 } == 4)
  }

  @Test func credits_bind_lots_only_where_they_count() async throws {
    let levels = ["speed", "reply"].map {
      Contract.Named(
        "good \($0)", .serviceLevel(ServiceLevel(metric: $0, target: 0, comparison: .atLeast)))
    }
    let credits = levels.map {
      Contract.Named("back \($0.name)", .fixedCredit(FixedCredit(level: $0.name, share: 0.1)))
    }
    let bid = Self.bid("a", [Self.calls, Self.desk, Self.mails] + levels + credits)
    #expect(try Self.pricing([bid]).columns == 4)
    let after = try await Self.priced([bid]) { $0.costBasis = .afterCredits }.award
    #expect(after.columns.count == 8)
    let both = try column(after, [0: AwardPlan.whole, 1: AwardPlan.whole])
    #expect(both.costs == (try await Self.whole(bid, basis: .afterCredits)))
    // With the calls alone only their own level is credited, a tenth of what they cost.
    let calls = try column(after, [0: AwardPlan.whole])
    var single = Self.bid("a", [Self.calls, Self.desk, levels[0], credits[0]])
    single.id = "a"
    #expect(calls.costs == (try await Self.whole(single, basis: .afterCredits)))
  }

  @Test func a_loss_by_the_month_goes_with_the_share() async throws {
    let loss = Contract.Named(
      "harm", .poorServiceLoss(PoorServiceLoss(metric: "reply", need: 5, lossPerPoint: 1)))
    let award = try await Self.priced([Self.bid("a", [Self.mails, loss])]).award
    let (half, whole) = (
      try column(award, [1: Self.half]), try column(award, [1: AwardPlan.whole])
    )
    for (half, whole) in zip(half.costs, whole.costs) { #expect(abs(2 * half - whole) < 1e-9) }
  }

  @Test func a_loss_by_the_month_of_no_lot_is_refused() throws {
    let loss = Contract.Named(
      "harm", .poorServiceLoss(PoorServiceLoss(metric: "reply", need: 5, lossPerPoint: 1)))
    #expect(throws: AwardError.refused([.init("losses/reply", .lossOfNoLot)])) {
      try Self.pricing([Self.bid("a", [Self.mails, loss])]) { $0.award.lots[1].metrics = [] }
    }
  }

  @Test func terms_that_bind_too_many_lots_are_refused_by_name() throws {
    #expect(
      throws: AwardError.refused([
        .init(
          "bids/a",
          .tooManyCombinations(
            count: 17 * 17 - 1, lots: ["c", "m"],
            terms: ["bids/a/terms/volume_discounts/rebate"]))
      ])
    ) {
      try Self.pricing([Self.bid("a", [Self.calls, Self.mails, Self.discount])]) { event in
        event.award.shares = (1...16).map { $0 * AwardPlan.whole / 16 }
      }
    }
  }

  @Test func a_price_that_no_bid_has_is_refused() throws {
    let reason = AwardRefusal.Reason.unknownPrice(item: "dsk", known: ["calls", "desk", "mails"])
    #expect(throws: AwardError.refused([.init("lots/c/prices", reason)])) {
      try Self.pricing([Self.bid("a", [Self.calls, Self.desk, Self.mails])]) {
        $0.award.lots[0].prices = ["dsk"]
      }
    }
  }

  @Test func what_remains_with_the_buyer_is_paid_once() async throws {
    let lease = Contract.Named("lease", .strandedCost(StrandedCost(amount: 7)))
    let bids = ["a", "b"].map { Self.bid($0, [Self.calls, Self.desk, Self.mails, lease]) }
    let priced = try await Self.priced(bids)
    #expect(priced.award.remainder == Array(repeating: 84, count: 64))
    let plain = try await Self.priced([Self.bid("a", [Self.calls, Self.desk, Self.mails])]).award
    #expect(
      priced.award.columns.filter { $0.bid == 0 }.map(\.mean) == plain.columns.map(\.mean))
  }

  @Test func todays_operation_may_keep_lots_where_that_is_said() async throws {
    let today = Self.bid("baseline", [Self.calls, Self.desk, Self.mails])
    let bid = Self.bid("a", [Self.calls, Self.desk, Self.mails])
    let priced = try await Self.priced([bid], baseline: today)
    #expect(priced.award.columns.allSatisfy { $0.bid == 0 })
    #expect(priced.everything.columns.contains { $0.bid == 1 })
    #expect(priced.everything.incumbents == [1, 1])
    let staying = try await Self.priced([bid], baseline: today) { $0.award.mayStay = true }
    #expect(staying.award.columns.contains { $0.bid == 1 })
    #expect(staying.today == (try await Self.whole(today)))
  }

  @Test func until_a_bid_goes_live_todays_operation_runs_on_for_the_lot_alone() async throws {
    let today = Self.bid("baseline", [Self.calls, Self.desk, Self.mails])
    var late = Self.bid("a", [Self.calls, Self.desk, Self.mails])
    late.delays = [.init(months: 2, probability: 1)]
    let award = try await Self.priced([late], baseline: today).award
    let mails = try column(award, [1: AwardPlan.whole])
    // Two months of 40 mails at 3, and then ten months of the bid.
    let onTime = try await Self.priced([Self.bid("a", [Self.calls, Self.desk, Self.mails])]).award
    let usual = try column(onTime, [1: AwardPlan.whole])
    #expect(mails.costs != usual.costs)
    #expect(abs(mails.mean - usual.mean) < 0.1 * usual.mean)
    let twice = try await Self.priced(
      [late],
      baseline: Self.bid(
        "baseline",
        [
          Contract.Named("calls", .unitPrice(UnitPrice(serviceLine: "calls", price: 2))), Self.desk,
          Contract.Named("mails", .unitPrice(UnitPrice(serviceLine: "mails", price: 6))),
        ])
    ).award
    // Each mail of the two months costs 3 more, at the baseline volume.
    #expect(abs(try column(twice, [1: AwardPlan.whole]).mean - mails.mean - 2 * 40 * 3) < 1e-9)
  }

  @Test func a_delay_whose_cost_is_not_known_by_lot_is_refused() throws {
    let today = Self.bid(
      "baseline",
      [Self.calls, Self.mails, Contract.Named("rent", .fixedFee(FixedFee(amount: 9)))])
    var late = Self.bid("a", [Self.calls, Self.desk, Self.mails])
    late.delays = [.init(months: 2, probability: 1)]
    #expect(
      throws: AwardError.refused([
        .init(
          "assumptions/transition/a",
          .delayWithoutCost(terms: ["bids/baseline/prices.csv rent"]))
      ])
    ) { try Self.pricing([late], baseline: today) }
  }
}
