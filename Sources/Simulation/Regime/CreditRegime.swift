public import Settlement

/// What the service credits of one option come to over many futures.
///
/// Amounts are present values, above 0 where the buyer is owed.
public struct CreditRegime: Sendable {
  /// What one service level contributes.
  public struct Level: Sendable {
    /// The credits stated for its defaults.
    public var stated = Moments()

    /// What simultaneity and caps leave of them, before any are earned back.
    public var afterCaps = Moments()

    /// The months in which it is judged.
    public var judged = Moments()

    /// The months in which it defaults.
    public var defaults = Moments()

    /// Its defaults as a share of the months in which it is judged; nothing where it never is.
    public var defaultShare: Double? {
      judged.mean > 0 ? defaults.mean / judged.mean : nil
    }
  }

  /// What changes where the level of one metric is moved by a point, on the same futures.
  public struct Shift: Sendable {
    /// The position of the metric in the provider's performance.
    public var metric: Int

    /// By how much the level is moved, in the metric's natural unit.
    public var change: Double

    /// By how much more is paid.
    public var credits = Moments()

    /// By how much more the buyer loses by poor service.
    public var loss = Moments()
  }

  /// The number of futures.
  public internal(set) var futures = 0

  /// The steps from what is stated to what is paid, in the order of `CreditStep.allCases`.
  public internal(set) var steps: [Moments]

  /// What is paid: credits less bonuses, the sum of ``steps``.
  public internal(set) var paid = Moments()

  /// The same undiscounted.
  public internal(set) var nominalPaid = Moments()

  /// The gross charges.
  public internal(set) var charge = Moments()

  /// The buyer's own loss from poor service.
  public internal(set) var loss = Moments()

  /// The service levels by position.
  public internal(set) var levels: [Level]

  /// Credits that are stated for several levels at once, and for none of them by itself.
  public internal(set) var several = Level()

  /// The metrics on which credits hang, each moved up and down as far as its range allows.
  public internal(set) var shifts: [Shift]

  /// In how many futures any credit is stated and not taken by a limit of its month.
  public internal(set) var credited = 0

  /// The paid share of charges in each future; 0 in one without charges.
  public internal(set) var paidShares: [Double] = []

  /// Paid less the mean share of the charge, future by future: what its error is made of.
  var residuals = (paid: [Double](), charge: [Double]())

  init(for contract: ResolvedContract, shifts: [Shift]) {
    steps = CreditStep.allCases.map { _ in Moments() }
    levels = contract.levels.map { _ in Level() }
    self.shifts = shifts
  }

  /// A step's mean and error.
  public subscript(step: CreditStep) -> Moments { steps[step.position] }

  /// The mean paid as a share of the mean charge, with the error of a ratio:
  /// `√(Σ (paid − share · charge)² ÷ (n (n − 1))) ÷ mean charge`.
  public var paidShare: Estimate {
    guard charge.mean > 0 else { return Estimate(.nan, standardError: .nan) }
    let share = paid.mean / charge.mean
    let squares = zip(residuals.paid, residuals.charge).reduce(0.0) { sum, future in
      let rest = future.0 - share * future.1
      return sum + rest * rest
    }
    let n = Double(futures)
    let error = futures > 1 ? (squares / (n * (n - 1))).squareRoot() / charge.mean : .nan
    return Estimate(share, standardError: error)
  }

  /// The quantile at `level` of the paid share of charges over futures.
  public func paidShare(at level: Double) -> Estimate {
    SortedValues(paidShares).quantileEstimate(level)
  }

  /// The chance that any credit is paid at all.
  public var chanceOfCredit: Estimate {
    .share(Double(credited) / Double(max(futures, 1)), of: futures)
  }

  /// Takes in the moments of other futures of the same option.
  mutating func merge(_ other: CreditRegime) {
    futures += other.futures
    credited += other.credited
    for place in steps.indices { steps[place].merge(other.steps[place]) }
    paid.merge(other.paid)
    nominalPaid.merge(other.nominalPaid)
    charge.merge(other.charge)
    loss.merge(other.loss)
    for place in levels.indices { levels[place].merge(other.levels[place]) }
    several.merge(other.several)
    for place in shifts.indices {
      shifts[place].credits.merge(other.shifts[place].credits)
      shifts[place].loss.merge(other.shifts[place].loss)
    }
  }
}

extension CreditRegime.Level {
  fileprivate mutating func merge(_ other: Self) {
    stated.merge(other.stated)
    afterCaps.merge(other.afterCaps)
    judged.merge(other.judged)
    defaults.merge(other.defaults)
  }
}
