import Contracts
import Crew
public import Simulation

/// What matters for the costs of bids, and what knowing it before signing is worth.
public struct InputStudy: Sendable {
  /// What is found of one input.
  public struct Finding: Sendable {
    /// Its position among the inputs.
    public let input: Int

    /// How much of the variance of each bid's cost comes from it; nothing for a cost that does not
    /// vary.
    public let costs: [SobolIndex?]

    /// How much of the variance of the winner's cost less the runner-up's comes from it.
    public let difference: SobolIndex?

    /// How often another bid is the cheapest when the input alone is drawn anew.
    public let winnerChanges: Estimate

    /// What knowing it is worth, in currency; nothing where there are too few futures.
    public let worth: Estimate?

    /// The mean cost of each bid, and last of the difference, with the input low and high; of a group
    /// nothing.
    public let tornado: Tornado?
  }

  /// The inputs.
  public let inputs: InputList

  /// The bids, by their positions among the options.
  public let bids: [Int]

  /// The bids among which is chosen, by their places among ``bids``: those that can be awarded, or
  /// all where none can.
  public let choice: [Int]

  /// The place among ``bids`` of the cheapest by mean.
  public let winner: Int

  /// The place among ``bids`` of the second cheapest, or nothing where there is no choice.
  public let runnerUp: Int?

  /// What knowing everything is worth, in currency.
  public let everything: Estimate

  /// What is found, input by input.
  public let findings: [Finding]

  /// How many futures a design of the variance has.
  public let designFutures: Int

  /// How many futures the regressions use.
  public let sampledFutures: Int

  /// How many futures the regressions use at most.
  public static let mostSampled = 65_536

  /// Finds what matters for `bids` by the costs of their sample and of `design`.
  ///
  /// - Parameters:
  ///   - design: The costs with one input drawn anew.
  ///   - sample: How inputs turn out in the first futures.
  ///   - costs: The costs by bid in the same futures.
  ///   - bids: The positions of the bids among the options.
  ///   - choice: The places among them of the bids that can be awarded.
  public init(
    _ design: PickFreeze, _ sample: InputSample, costs: [[Double]], bids: [Int], choice: [Int]
  ) {
    inputs = design.inputs
    self.bids = bids
    let choice = choice.isEmpty ? Array(bids.indices) : choice
    self.choice = choice
    let means = costs.map { $0.reduce(0, +) }
    let order = choice.sorted { (means[$0], $0) < (means[$1], $1) }
    winner = order[0]
    runnerUp = order.count > 1 ? order[1] : nil
    designFutures = design.first.first?.count ?? 0
    sampledFutures = costs.first?.count ?? 0
    everything = InformationValue.ofEverything(choice.map { costs[$0] })
    let search = InputSearch(
      design: design, sample: sample, costs: costs, choice: choice, order: order)
    findings = design.inputs.places.mapSideBySide { search.finding(of: $0) }
  }
}

extension Comparison {
  /// What matters for the bids of this comparison, whose own `experiment` it is.
  ///
  /// Chosen is among the bids that can be awarded.
  ///
  /// - Parameters:
  ///   - experiment: The experiment.
  ///   - designFutures: How many futures each design of the variance has.
  ///   - threads: How many threads simulate.
  /// - Returns: What was found of all inputs.
  public func inputStudy(
    of experiment: Experiment, designFutures: Int, threads: Int
  ) -> InputStudy {
    let bids = experiment.bids
    let all = outcome.sample.cost(outcome.basis)
    let sampled = min(outcome.sample.futures, InputStudy.mostSampled)
    let choice = bids.indices.filter {
      options[bids[$0]].bid.eligibility(in: event).isAwardable
    }
    let inputs = experiment.inputs
    return InputStudy(
      experiment.pickFreeze(inputs, futures: designFutures, threads: threads),
      experiment.sample(of: inputs, futures: sampled, threads: threads),
      costs: bids.map { Array(all[$0].prefix(sampled)) }, bids: bids, choice: choice)
  }
}
