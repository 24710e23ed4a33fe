import Contracts
import Futures
import Glibc
import Quantities
import Settlement
import Simulation
import TestKit
import Testing

/// A right that the buyer uses only where leaving is cheaper.
@Suite struct LeavingReviewTests {
  /// The same contract with the right unused and with the right used when cheaper.
  private struct Pair {
    let stay: Option
    let review: Option

    init(
      in market: Market, metrics: [PerformanceDriver], _ right: (Exercise) -> ChronicFailure,
      exercise: Exercise, _ clauses: [(String, Clause)]
    ) throws {
      let options = try [Exercise.never, exercise].map { exercise in
        let contract = Contract(
          id: "north",
          clauses: (clauses + [("right", .chronicFailure(right(exercise)))]).map {
            .init($0.0, $0.1)
          })
        return try Option(
          Bid(id: "north", name: "North", contract: contract), in: market.event(),
          performance: Performance(metrics: metrics))
      }
      (stay, review) = (options[0], options[1])
    }

    /// What the right adds to the cost on the same futures, and the share of exits.
    func difference(in market: Market, seed: UInt64) async -> (Moments, exits: Double) {
      let outcome = await market.experiment([review, stay], futures: 4096, seed: seed)
        .run(threads: 1)
      return (outcome.pair(0, 1).tally.difference, outcome.options[0].exits.mean)
    }
  }

  private static func market(_ dice: inout SplitMix64) -> Market {
    let horizon = 12 + Int(dice.uniform() * 25)
    let swing = 0.5 * dice.uniform()
    let trend = 0.04 * (dice.uniform() - 0.5)
    let forecast = (0..<horizon).map { month in
      1000 * (1 + swing * sin(Double(month) / 12 * 2 * .pi)) * exp(trend * Double(month))
    }
    return Market(
      horizon: horizon,
      demand: [
        DemandDriver(
          serviceLine: "voice", forecast: forecast,
          persistence: Parameter(0.7, scale: .atanh), spread: Parameter(0.1, scale: .log))
      ],
      indices: [
        IndexDriver(
          id: "wages",
          law: .geometric(drift: 0.2 * dice.uniform() - 0.05, spread: Parameter(0.05, scale: .log)))
      ],
      metrics: [Metric(id: "answer", name: "Answer", link: .logit)],
      discounting: Discounting(rate: 0.15 * dice.uniform()))
  }

  private static func replacement(_ dice: inout SplitMix64) -> Replacement {
    let bases: [ChargeBase] = [
      .stated(5000), .baselineCharge, .trailingMean(months: 3), .lastInvoice, .contractCharge,
    ]
    return Replacement(
      multiple: 0.7 + 0.6 * dice.uniform(), base: bases[Int(dice.uniform() * 5)],
      indexation: dice.uniform() < 0.5 ? "cola" : nil, procurement: 10_000 * dice.uniform(),
      dualRunning: 2 * dice.uniform(),
      attainment: dice.uniform() < 0.5 ? ["answer": 0.7 + 0.2 * dice.uniform()] : [:])
  }

  private static func clauses(_ dice: inout SplitMix64) -> [(String, Clause)] {
    [
      ("cola", .indexation(Indexation(index: "wages", firstMonth: 7, interval: 6))),
      (
        "price",
        .unitPrice(
          UnitPrice(
            serviceLine: "voice", price: 5, indexation: dice.uniform() < 0.5 ? "cola" : nil))
      ),
      ("level", .serviceLevel(ServiceLevel(metric: "answer", target: 0.8, comparison: .atLeast))),
      ("credit", .fixedCredit(FixedCredit(level: "level", share: 0.2 * dice.uniform()))),
      (
        "loss",
        .poorServiceLoss(
          PoorServiceLoss(
            metric: "answer", need: 0.82, lossPerPoint: 0.2 * dice.uniform(),
            serviceLine: "voice"))
      ),
      ("fee", .terminationFee(TerminationFee(multiple: 2 * dice.uniform(), base: .lastInvoice))),
      ("terms", .paymentTerms(PaymentTerms(lag: 2 * dice.uniform()))),
      ("next", .replacement(replacement(&dice))),
    ]
  }

  private static func metric(_ dice: inout SplitMix64) -> PerformanceDriver {
    PerformanceDriver(
      metric: "answer", link: .logit, level: Parameter(1.2 + 0.6 * dice.uniform(), error: 0.3),
      spread: Parameter(0.4, scale: .log),
      persistence: Parameter(0.9 * dice.uniform(), scale: .atanh))
  }

  @Test func a_right_used_only_when_cheaper_never_raises_the_expected_cost() async {
    await forEverySeed(60) { seed in
      var dice = SplitMix64(seed: seed)
      let market = Self.market(&dice)
      let window = 2 + Int(dice.uniform() * 6)
      let least = 1 + Int(dice.uniform() * Double(window))
      let exercise = Exercise.whenCheaper(
        first: 2 + Int(dice.uniform() * 5), interval: 1 + Int(dice.uniform() * 6))
      let notice = Int(dice.uniform() * 4)
      let pair = try Pair(
        in: market, metrics: [Self.metric(&dice)],
        {
          ChronicFailure(
            level: "level", defaults: least, window: window, exercise: $0, notice: notice)
        }, exercise: exercise, Self.clauses(&dice))
      let (difference, _) = await pair.difference(in: market, seed: seed)
      let message: Comment =
        "seed \(seed): leaving costs \(difference.mean) ± \(difference.standardError)"
      #expect(difference.mean <= 4 * difference.standardError, message)
    }
  }

  private static func plain(multiple: Double, base: ChargeBase) throws -> (Market, Pair) {
    let market = Market(
      horizon: 24, demand: [.lognormal(horizon: 24)], metrics: [.score("answer")])
    let pair = try Pair(
      in: market, metrics: [.score("answer")],
      { ChronicFailure(level: "level", defaults: 2, window: 3, exercise: $0) },
      exercise: .whenCheaper(first: 3, interval: 3),
      [
        ("price", .unitPrice(UnitPrice(serviceLine: "voice", price: 5))),
        ("level", .serviceLevel(ServiceLevel(metric: "answer", target: 0, comparison: .atLeast))),
        ("next", .replacement(Replacement(multiple: multiple, base: base, procurement: 2000))),
      ])
    return (market, pair)
  }

  @Test(arguments: [ChargeBase.stated(5000), .baselineCharge, .lastInvoice, .contractCharge])
  func where_leaving_is_cheaper_the_cost_falls_clearly(base: ChargeBase) async throws {
    let (market, pair) = try Self.plain(multiple: 0.8, base: base)
    await forEverySeed(5) { seed in
      let (difference, exits) = await pair.difference(in: market, seed: seed)
      #expect(exits > 0.9)
      #expect(difference.mean < -20 * difference.standardError)
      #expect(difference.mean < -10_000)
    }
  }

  @Test(arguments: [ChargeBase.stated(5000), .baselineCharge, .lastInvoice, .contractCharge])
  func where_leaving_is_dearer_the_buyer_stays(base: ChargeBase) async throws {
    let (market, pair) = try Self.plain(multiple: 1.05, base: base)
    await forEverySeed(5) { seed in
      let (difference, exits) = await pair.difference(in: market, seed: seed)
      #expect(exits == 0)
      #expect(difference.mean == 0)
    }
  }
}
