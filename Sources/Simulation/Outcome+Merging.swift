/// Why outcomes are not those of parts of one run.
public enum MergeError: Error, Hashable, Sendable {
  /// These futures are in neither.
  case gap(Range<Int>)
  /// These futures are in both.
  case overlap(Range<Int>)
  /// They are outcomes of other options, or of another seed.
  case otherExperiment
}

extension Outcome {
  /// Takes in `other`, the outcome of the futures just before or just after these.
  ///
  /// The result is that of one run over both, to the bit.
  ///
  /// - Throws: ``MergeError``, and nothing is taken in.
  public mutating func merge(_ other: Outcome) throws(MergeError) {
    guard isLike(other) else { throw .otherExperiment }
    if range.upperBound == other.range.lowerBound {
      append(other)
    } else if other.range.upperBound == range.lowerBound {
      var whole = other
      whole.append(self)
      self = whole
    } else {
      let between = (
        max(range.lowerBound, other.range.lowerBound), min(range.upperBound, other.range.upperBound)
      )
      throw between.0 < between.1
        ? .overlap(between.0..<between.1) : .gap(between.1..<between.0)
    }
  }

  /// The outcome of all `parts`, in whatever order they come; nothing without parts.
  ///
  /// - Throws: ``MergeError`` for the first two that do not fit.
  public static func merged(_ parts: [Outcome]) throws(MergeError) -> Outcome? {
    let ordered = parts.sorted {
      ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
    }
    guard var whole = ordered.first else { return nil }
    for part in ordered.dropFirst() { try whole.merge(part) }
    return whole
  }

  /// Takes in the futures just after these, of the same experiment.
  ///
  /// - Precondition: `other` begins where this ends.
  public mutating func append(_ other: Outcome) {
    precondition(range.upperBound == other.range.lowerBound, "futures are taken in in order")
    addTallies(of: other)
    range = range.lowerBound..<other.range.upperBound
    for option in options.indices {
      sample.before[option] += other.sample.before[option]
      sample.after[option] += other.sample.after[option]
    }
  }

  /// Adds the tallies of `other` alone.
  mutating func addTallies(of other: Outcome) {
    for option in options.indices { options[option].merge(other.options[option]) }
    for pair in pairs.indices { pairs[pair].merge(other.pairs[pair]) }
    controls.merge(other.controls)
  }
}
