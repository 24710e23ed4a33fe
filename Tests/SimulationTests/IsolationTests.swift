import Contracts
import Futures
import Simulation
import Testing

/// What one option is told of the others: nothing.
@Suite struct IsolationTests {
  /// Everything of a tally but how often the option is the cheapest, which depends on the others.
  private struct Figures: Equatable {
    let moments: [Moments]
    let byMonth: [[Double]]
    let histograms: [Histogram]

    init(_ tally: OptionTally) {
      moments =
        [
          tally.before, tally.after, tally.credits, tally.nominalCredits, tally.nominal,
          tally.loss, tally.allDefaults, tally.rightArises, tally.exits,
        ] + tally.defaults
      byMonth = [tally.costByMonth(.beforeCredits), tally.costByMonth(.afterCredits)]
      histograms = [tally.beforeHistogram, tally.afterHistogram]
    }
  }

  private static func outcome(_ options: [Option]) async -> Outcome {
    await RichMarket.experiment(options, baseline: nil, futures: 700).run(threads: 2)
  }

  private static func expectSame(
    _ one: Outcome, _ first: Int, _ other: Outcome, _ second: Int,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(
      one.sample.before[first] == other.sample.before[second], sourceLocation: sourceLocation)
    #expect(one.sample.after[first] == other.sample.after[second], sourceLocation: sourceLocation)
    #expect(
      Figures(one.options[first]) == Figures(other.options[second]),
      sourceLocation: sourceLocation)
  }

  @Test func a_new_bid_and_a_new_order_leave_every_bid_as_it_was() async throws {
    let options = try RichMarket.options()
    let plain = await Self.outcome(options)
    let east = try RichMarket.option(
      "east", clauses: RichMarket.charges + RichMarket.service,
      metrics: ["answer", "quality"].map { RichMarket.driver($0) })
    let more = await Self.outcome([options[2], east, options[1], options[0]])
    for (before, after) in [(0, 3), (1, 2), (2, 0)] {
      Self.expectSame(plain, before, more, after)
    }
    #expect(more.pair(3, 2).tally.difference.mean == -plain.pair(0, 1).tally.difference.mean)
    let alone = await Self.outcome([options[0]])
    Self.expectSame(plain, 0, alone, 0)
  }

  @Test func a_new_metric_of_one_bid_leaves_every_bid_as_it_was() async throws {
    let options = try RichMarket.options()
    let metrics = options[1].performance.metrics + [RichMarket.driver("spare")]
    let wider = try RichMarket.option(
      "south",
      clauses: RichMarket.charges + RichMarket.service + RichMarket.exit(.withProbability(0.6)),
      metrics: metrics,
      correlation: Correlation([[1, 0.4, 0.2], [0.4, 1, -0.3], [0.2, -0.3, 1]]))
    let plain = await Self.outcome(options)
    let more = await Self.outcome([options[0], wider, options[2]])
    // The metric's own bid stays too, as nothing in its contract reads the new metric.
    for position in 0..<3 { Self.expectSame(plain, position, more, position) }
  }

  @Test func a_new_clause_of_one_bid_leaves_the_other_bids_as_they_were() async throws {
    let options = try RichMarket.options()
    let dearer = try RichMarket.option(
      "south",
      clauses: RichMarket.charges + RichMarket.service + RichMarket.exit(.withProbability(0.6))
        + [("extra", .fixedFee(FixedFee(amount: 10)))],
      metrics: options[1].performance.metrics, correlation: options[1].performance.correlation)
    let plain = await Self.outcome(options)
    let more = await Self.outcome([options[0], dearer, options[2]])
    Self.expectSame(plain, 0, more, 0)
    Self.expectSame(plain, 2, more, 2)
    for (before, after) in zip(plain.sample.before[1], more.sample.before[1]) {
      #expect(after > before)
    }
    // The same futures: the service is the same to the bit, whatever it costs.
    #expect(plain.options[1].defaults == more.options[1].defaults)
    #expect(plain.options[1].exits == more.options[1].exits)
    #expect(plain.options[1].loss == more.options[1].loss)
  }
}
