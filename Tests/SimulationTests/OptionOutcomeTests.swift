import Contracts
import Simulation
import TestKit
import Testing

/// Options that are simulated apart leave what they leave together.
@Suite struct OptionOutcomeTests {
  /// The outcome of all of `options`, and what is put together of runs of one at a time.
  private func both(
    _ options: [Option], baseline: Int?, basis: CostBasis, futures: Int
  ) async -> (whole: Outcome, parts: [OptionOutcome], together: Outcome) {
    let market = RichMarket.market
    func experiment(
      _ options: [Option], baseline: Int?, _ extent: Experiment.Extent = .whole
    ) -> Experiment {
      Experiment(
        options: options, baseline: baseline, assumptions: market.assumptions, basis: basis,
        futures: futures, seed: 9, extent: extent)
    }
    let whole = await experiment(options, baseline: baseline).run(threads: 2)
    var parts: [OptionOutcome] = []
    for option in options {
      let alone = await experiment([option], baseline: nil, .part(followsIndices: true))
        .run(threads: 1)
      parts.append(OptionOutcome(0, of: alone))
    }
    let together = Outcome(of: parts, baseline: baseline, basis: basis, seed: 9)
    return (whole, parts, together)
  }

  @Test(arguments: CostBasis.allCases, [1, 511, 1_300])
  func parts_put_together_have_the_bits_of_the_whole(_ basis: CostBasis, _ futures: Int)
    async throws
  {
    let (whole, _, together) = await both(
      try RichMarket.options(), baseline: 1, basis: basis, futures: futures)
    #expect(together.options == whole.options)
    #expect(together.pairs == whole.pairs)
    #expect(together.sample == whole.sample)
    #expect(together.range == whole.range)
  }

  @Test func a_part_has_the_means_quantiles_and_controls_of_the_whole() async throws {
    let (whole, parts, _) = await both(
      try RichMarket.options(), baseline: nil, basis: .afterCredits, futures: 1_300)
    for (place, part) in parts.enumerated() {
      #expect(part.credits == whole.controlled(.credits, of: place))
      for basis in CostBasis.allCases {
        #expect(part.costs[basis] == whole.controlled(.cost(basis), of: place))
        #expect(part.summary(basis) == whole.summary(of: place, basis))
      }
    }
    #expect(parts.contains { $0.costs[.afterCredits]?.isPlain == nil }, "no control was used")
  }

  @Test func variants_of_a_bid_along_one_path_leave_what_each_leaves_alone() async throws {
    let variants = try [0.05, 0.1, 0.2].map { share in
      try RichMarket.option(
        "north",
        clauses: RichMarket.charges
          + RichMarket.service.map { name, clause in
            name == "cap" ? (name, .creditCap(CreditCap(share: share))) : (name, clause)
          } + RichMarket.exit(.whenCheaper(first: 6, interval: 3)),
        metrics: [RichMarket.driver("answer", level: 1.3), RichMarket.driver("quality")])
    }
    func outcome(_ options: [Option]) async -> Outcome {
      await Experiment(
        options: options, assumptions: RichMarket.market.assumptions, basis: .afterCredits,
        futures: 1_300, seed: 9, extent: .part(followsIndices: true)
      ).run(threads: 2)
    }
    let together = await outcome(variants)
    #expect(together.pairs.isEmpty)
    for (place, variant) in variants.enumerated() {
      let (part, alone) = (
        OptionOutcome(place, of: together), OptionOutcome(0, of: await outcome([variant]))
      )
      #expect(part.tally == alone.tally)
      #expect(part.after == alone.after)
      #expect(part.costs == alone.costs)
      #expect(part.credits == alone.credits)
    }
    #expect(Set(together.sample.after).count == 3, "the cap changes nothing")
  }
}
