public import Contracts

extension WhyFirst {
  /// A single change, all else as it is, that takes the first place away from the first bid.
  public struct Change: Hashable, Sendable {
    /// What is changed.
    public enum Lever: Hashable, Sendable {
      /// The cost of the option at this position, by the same amount in every future, so that its
      /// risk stays.
      case cost(Int)
      /// The share of a criterion among all weights; the others keep their proportions.
      case weight(Criterion)
      /// What a criterion measures of the option at this position.
      case measure(Criterion, Int)
      /// The minimum of a criterion.
      case minimum(Criterion)
    }

    /// What is changed.
    public var lever: Lever

    /// The value as it is: an amount, a share of all weights, a measure, or a score.
    public var from: Double

    /// The value at which the first is no longer first: there the two are even, and it is so from
    /// there on.
    public var to: Double

    /// The position of the option that is first from there on.
    public var takesOver: Int
  }
}
