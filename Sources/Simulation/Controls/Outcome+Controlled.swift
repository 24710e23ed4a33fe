public import Contracts

extension Outcome {
  /// A mean of one option that controls help to estimate.
  public enum ControlledFigure: Hashable, Sendable {
    /// Net present cost on a basis.
    case cost(CostBasis)
    /// The present value of credits, as a positive amount.
    case credits
    /// The share of futures in which a right arises.
    case rightArises
  }

  /// The futures for each control, and two more, from which on controls are used.
  public static let futuresPerControl = 20

  /// How many standard errors a control's mean may lie from its exact one.
  public static let mostDistance = 7.0

  /// The mean of `figure` of option `position`, with the controls that all options share and the
  /// option's own.
  public func controlled(_ figure: ControlledFigure, of position: Int) -> ControlledEstimate {
    let places = controls.plan.positions(of: [position])
    let costs = places.map { controls.costs[position][$0].value }
    let credits = controls.credits[position].map(\.value)
    let tally = options[position]
    switch figure {
    case .cost(basis): return controlled(tally.cost(basis), costs, places)
    case .cost(.beforeCredits):
      return controlled(tally.before, zip(costs, credits).map { $0 + $1 }, places)
    case .cost(.afterCredits):
      return controlled(tally.after, zip(costs, credits).map { $0 - $1 }, places)
    case .credits: return controlled(tally.credits, credits, places)
    case .rightArises:
      let rights = controls.rights[position].map(\.value)
      let share = tally.rightArises.mean
      let rarer = min(share, 1 - share) * Double(futures)
      let isRare = rarer < Double(Self.futuresPerControl * (places.count + 2))
      return controlled(tally.rightArises, rights, places, isRare: isRare)
    }
  }

  /// The mean difference of the costs of two options, the first less the second, with the controls
  /// that all options share and their own.
  public func controlledDifference(_ first: Int, _ second: Int) -> ControlledEstimate {
    let (tally, isReversed) = pair(first, second)
    let (one, other) = isReversed ? (second, first) : (first, second)
    let places = controls.plan.positions(of: [one, other])
    let cross = places.map { controls.costs[one][$0].value - controls.costs[other][$0].value }
    let estimate = controlled(tally.difference, cross, places)
    return isReversed ? estimate.negated : estimate
  }

  /// The mean of a figure whose products with the controls at `places` sum to `cross`.
  private func controlled(
    _ moments: Moments, _ cross: [Double], _ places: [Int], isRare: Bool = false
  ) -> ControlledEstimate {
    let plain = moments.estimate
    let n = Double(futures)
    guard !places.isEmpty else { return ControlledEstimate(plain: plain, because: .noControl) }
    guard futures >= Self.futuresPerControl * (places.count + 2) else {
      return ControlledEstimate(plain: plain, because: .fewFutures)
    }
    guard plain.standardError > 0, cross.allSatisfy(\.isFinite) else {
      return ControlledEstimate(plain: plain, because: .noSpread)
    }
    guard !isRare else { return ControlledEstimate(plain: plain, because: .rareEvent) }
    let means = places.map { controls.sums[$0].value / n }
    let s = places.indices.map { i in
      places.indices.map { j in controls.product(places[i], places[j]) - n * means[i] * means[j] }
    }
    guard places.indices.allSatisfy({ isProbable(means[$0], s[$0][$0]) }) else {
      return ControlledEstimate(plain: plain, because: .improbable)
    }
    let sum = n * (moments.mean - moments.origin)
    let fit = LinearControl(
      count: futures, squares: moments.variance * (n - 1), means: means, s: s,
      cross: zip(cross, means).map { $0 - $1 * sum })
    return estimate(plain, fit, places.map { controls.plan.controls[$0].subject })
  }

  private func estimate(
    _ plain: Estimate, _ fit: LinearControl, _ subjects: [Control.Subject]
  ) -> ControlledEstimate {
    guard !fit.used.isEmpty else { return ControlledEstimate(plain: plain, because: .noControl) }
    let value = plain.value - fit.correction
    // Latents are rounded to 24 bits, so no mean is known better than that.
    let rounding = 0x1p-23 * abs(value)
    let error = (fit.variance + rounding * rounding).squareRoot()
    return ControlledEstimate(
      Estimate(value, standardError: error), plain: plain, used: fit.used.map { subjects[$0] },
      dropped: subjects.indices.filter { !fit.used.contains($0) }.map { subjects[$0] })
  }

  /// Whether chance explains how far a control's mean lies from its exact one.
  private func isProbable(_ mean: Double, _ squares: Double) -> Bool {
    let n = Double(futures)
    let error = (max(squares, 0) / n / n).squareRoot()
    return abs(mean) <= Self.mostDistance * error + 1e-4
  }
}

extension ControlledEstimate {
  fileprivate var negated: ControlledEstimate {
    var copy = self
    copy.estimate.value.negate()
    copy.plain.value.negate()
    return copy
  }
}
