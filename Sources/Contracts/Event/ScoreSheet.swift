/// What evaluators say of the bids, criterion by criterion.
public struct ScoreSheet: Hashable, Sendable {
  /// The evaluator whose score the evaluators have agreed on: it counts alone.
  public static let moderated = "moderated"

  /// One evaluator's score of one bid.
  public struct Entry: Hashable, Sendable {
    /// The criterion.
    public var criterion: String

    /// The bid.
    public var bid: String

    /// Who scored it: text for people, or ``ScoreSheet/moderated``.
    public var evaluator: String

    /// The score, on the scale of the criterion.
    public var score: Double

    /// Why so: text for people.
    public var rationale: String

    /// Creates an entry.
    public init(
      criterion: String, bid: String, evaluator: String, score: Double, rationale: String = ""
    ) {
      self.criterion = criterion
      self.bid = bid
      self.evaluator = evaluator
      self.score = score
      self.rationale = rationale
    }
  }

  /// The entries, in the order of the file.
  public var entries: [Entry]

  /// Creates a sheet.
  public init(_ entries: [Entry] = []) { self.entries = entries }

  /// What the scores of one bid by one criterion come to.
  public struct Result: Hashable, Sendable {
    /// The score that counts: the agreed one, or else the mean over the evaluators.
    public var score: Double

    /// Whether the evaluators have agreed on it.
    public var isModerated: Bool

    /// The evaluators' own scores, in the order of the file.
    public var evaluators: [Double]

    /// The mean over the evaluators; nothing without one.
    public var mean: Double? {
      evaluators.isEmpty ? nil : evaluators.reduce(0, +) / Double(evaluators.count)
    }

    /// The standard deviation over the evaluators; nothing where there is a single one.
    public var standardDeviation: Double? {
      guard let mean, evaluators.count > 1 else { return nil }
      let squares = evaluators.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      return (squares / Double(evaluators.count - 1)).squareRoot()
    }
  }

  /// What the scores of `bid` by `criterion` come to; nothing where there is none.
  public func result(of bid: String, by criterion: String) -> Result? {
    let own = entries.filter { $0.bid == bid && $0.criterion == criterion }
    let agreed = own.first { $0.evaluator == Self.moderated }?.score
    let scores = own.filter { $0.evaluator != Self.moderated }.map(\.score)
    var result = Result(score: 0, isModerated: agreed != nil, evaluators: scores)
    guard let score = agreed ?? result.mean else { return nil }
    result.score = score
    return result
  }
}
