import Contracts
import Decision
import Simulation
import Testing

@Test func a_variant_ranks_its_own_outcome() async throws {
  let event = Small.event()
  let bids = [Small.bid("a", [Small.price(2)]), Small.bid("b", [Small.price(1)])]
  let experiment = try Small.experiment(event, bids, demandSpread: 0.1, futures: 500)
  let outcome = await experiment.run(threads: 1)
  let variant = await Variant(.knownCoefficients, event, experiment, outcome)
  #expect(variant.futures == 500)
  let comparison = await Comparison(event, experiment, outcome)
  #expect(variant.ranking == comparison.ranking)
  #expect(
    variant.spreads == [0, 1].map { outcome.options[$0].before.variance.squareRoot() })
}
