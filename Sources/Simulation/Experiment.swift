public import Contracts
import Crew
public import Futures
public import Settlement

/// Many futures over all options, on common random numbers.
///
/// The outcome is a function of the experiment alone: not of threads, of the order of blocks, or
/// of the other options.
public struct Experiment: Sendable {
  /// The options that are compared.
  public let options: [Option]

  /// What each option costs on the expected path, entry by entry.
  public let baseCases: [[Owed]]

  /// The position among ``options`` of today's operation, or nothing.
  public var baseline: Int?

  /// What may happen.
  public let assumptions: Assumptions

  /// The cost by which options are compared.
  public let basis: CostBasis

  /// The number of futures, at least 1.
  public let futures: Int

  /// The seed of all random numbers.
  public let seed: UInt64

  /// Whether these are all options that are compared.
  public let extent: Extent

  /// The controls that lower the error of means.
  public let controls: ControlPlan

  /// Whether an experiment is of all options that are compared.
  public enum Extent: Hashable, Sendable {
    /// Its options are compared with each other.
    case whole
    /// Its options are to be put together with others, and are not compared here; whether any of all
    /// those is indexed decides on controls that they share.
    case part(followsIndices: Bool)
  }

  /// Creates an experiment of `futures` futures, and settles the base case of each option.
  ///
  /// In a part of a larger one each option leaves what it leaves there.
  ///
  /// - Precondition: `1 ≤ futures ≤ 2³²` and there is an option.
  public init(
    options: [Option], baseline: Int? = nil, assumptions: Assumptions, basis: CostBasis,
    futures: Int, seed: UInt64, extent: Extent = .whole
  ) {
    precondition((1...(1 << 32)).contains(futures), "an experiment has 1 to 2³² futures")
    precondition(!options.isEmpty, "an experiment compares at least one option")
    self.options = LeavingReview.decided(for: options, assumptions, seed: seed)
    (baseCases, controls) = options.indices.mapSideBySide {
      options[$0].contract.baseCase(in: assumptions)
    } beside: {
      ControlPlan(
        options, assumptions, followsIndices: extent == .part(followsIndices: true))
    }
    self.extent = extent
    self.baseline = baseline
    self.assumptions = assumptions
    self.basis = basis
    self.futures = futures
    self.seed = seed
  }

  func draws(firstFuture: Int, replicate: UInt32 = 0) -> Draws {
    Draws(seed: seed, replicate: replicate, firstFuture: UInt32(truncatingIfNeeded: firstFuture))
  }

  /// A number near each option's mean cost: its base case in whole currency units.
  var origins: [Double] {
    zip(options, baseCases).map { option, owed in
      owed.total(in: option.contract) { !$0.isCredit }.rounded()
    }
  }

  /// The outcome of no future.
  func emptyOutcome(origins: [Double]) -> Outcome {
    let compared = extent == .whole ? options.indices : 0..<0
    let pairs = compared.flatMap { first in
      compared.filter { $0 > first }.map { second in
        PairTally(origin: origins[first] - origins[second])
      }
    }
    return Outcome(
      range: 0..<0, seed: seed, basis: basis,
      options: zip(options, origins).map { OptionTally(for: $0.contract, origin: $1) },
      pairs: pairs, controls: ControlTally(controls, options: options.count),
      sample: Sample(before: options.map { _ in [] }, after: options.map { _ in [] }))
  }
}
