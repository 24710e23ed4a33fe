extension Experiment {
  /// Whether `outcome` may be one of this experiment, or of a part of it.
  ///
  /// That is asked of an outcome that comes from a file. It is of these options and this seed, and
  /// every figure in it counts the futures of its range; whether the sums are right cannot be told.
  public func mayLeave(_ outcome: Outcome) -> Bool {
    outcome.isLike(emptyOutcome(origins: origins)) && outcome.isConsistent
      && outcome.range.lowerBound >= 0 && outcome.range.upperBound <= futures
      && outcome.range.lowerBound.isMultiple(of: Self.blockSize)
  }
}

extension Outcome {
  /// Whether the figures of `other` are of the same options around the same origins.
  func isLike(_ other: Outcome) -> Bool {
    seed == other.seed && basis == other.basis
      && options.count == other.options.count && pairs.count == other.pairs.count
      && zip(options, other.options).allSatisfy { $0.isLike($1) }
      && zip(pairs, other.pairs).allSatisfy { $0.isLike($1) }
      && controls.isLike(other.controls)
      && sample.before.count == other.sample.before.count
      && sample.after.count == other.sample.after.count
  }

  /// Whether every figure counts the futures of ``range``.
  var isConsistent: Bool {
    let kept = Sample.kept(of: range).count
    return options.allSatisfy { $0.counts(futures, kept: kept) }
      && pairs.allSatisfy { $0.counts(futures) }
      && (sample.before + sample.after).allSatisfy { $0.count == kept }
  }
}

extension OptionTally {
  private var moments: [Moments] {
    [
      before, after, credits, nominalCredits, nominal, stayed, loss, allDefaults, rightArises,
      exits,
    ] + defaults
  }

  fileprivate func isLike(_ other: OptionTally) -> Bool {
    moments.map(\.origin) == other.moments.map(\.origin)
      && costUpTo.count == other.costUpTo.count
      && creditsUpTo.count == other.creditsUpTo.count
      && beforeHistogram.mantissaBits == other.beforeHistogram.mantissaBits
      && afterHistogram.mantissaBits == other.afterHistogram.mantissaBits
  }

  fileprivate func counts(_ futures: Int, kept: Int) -> Bool {
    moments.allSatisfy { $0.count == futures } && (0...futures).contains(cheapest)
      && beforeHistogram.count == futures - kept && afterHistogram.count == futures - kept
  }
}

extension PairTally {
  fileprivate func isLike(_ other: PairTally) -> Bool {
    difference.origin == other.difference.origin
  }

  fileprivate func counts(_ futures: Int) -> Bool {
    difference.count == futures && (0...Double(2 * futures)).contains(wins)
      && wins == wins.rounded()
  }
}

extension Histogram {
  fileprivate var count: Int { cells.reduce(0) { $0 + $1.count } }
}
