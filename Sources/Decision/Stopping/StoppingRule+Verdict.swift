public import Contracts
public import Simulation

extension StoppingRule {
  /// Something that is not settled.
  public struct Open: Hashable, Sendable {
    /// The position of the bid among the options.
    public var option: Int

    /// The figure, or nothing where an order is open.
    public var figure: Figure?

    /// The bid that stands below it, or nothing where a figure is open.
    public var below: Int?

    /// Half the width of the interval: in currency, or in points of score.
    public var halfWidth: Double

    /// The half-width at which it would be settled.
    public var wanted: Double
  }

  /// What a look says.
  public enum Verdict: Hashable, Sendable {
    /// More futures are needed.
    case goOn([Open])
    /// All is settled.
    case settled
    /// The last look has come and this is still open.
    case gaveUp([Open])
  }

  /// What is settled at look `look`, counted from 0, of the `options` of `event`.
  ///
  /// - Parameters:
  ///   - look: The look.
  ///   - event: The event.
  ///   - options: The options.
  ///   - baseline: The position of today's operation among them, or nothing.
  ///   - outcome: What was simulated.
  ///   - service: In how many months needs are met, where service is a criterion.
  /// - Returns: What is open, if anything.
  public func verdict(
    at look: Int, event: Event, options: [Option], baseline: Int?, outcome: Outcome,
    service: NeedsMet? = nil
  ) async -> Verdict {
    let open =
      switch goal {
      case .precision(let share):
        openFigures(options.indices.filter { $0 != baseline }, share, outcome)
      case .order(let indifference):
        openOrders(
          await Scoring(
            of: event, options: options, baseline: baseline, outcome: outcome,
            Summaries(of: outcome), service: service),
          100 * indifference)
      }
    if open.isEmpty { return .settled }
    return look + 1 < looks.count ? .goOn(open) : .gaveUp(open)
  }

  /// The chance, to either side, that one of `count` intervals of one look misses the truth.
  func tail(of count: Int) -> Double {
    Self.error / 2 / Double(looks.count) / Double(max(count, 1))
  }

  private func openFigures(_ bids: [Int], _ share: Double, _ outcome: Outcome) -> [Open] {
    let z = StudentLaw.normalQuantile(upper: tail(of: bids.count * figures.count))
    return bids.flatMap { bid in
      let cost = outcome.controlled(.cost(outcome.basis), of: bid).estimate
      let wanted = share * abs(cost.value)
      return figures.compactMap { figure -> Open? in
        let halfWidth = halfWidth(of: figure, bid, cost, z, outcome)
        // Written so that what is no number is open.
        if halfWidth <= wanted { return nil }
        return Open(option: bid, figure: figure, halfWidth: halfWidth, wanted: wanted)
      }
    }
  }

  private func halfWidth(
    of figure: Figure, _ bid: Int, _ cost: Estimate, _ z: Double, _ outcome: Outcome
  ) -> Double {
    guard outcome.futures >= figure.leastFutures else { return .infinity }
    let quantiles = { outcome.quantileIntervals(of: bid, outcome.basis, levels: $0, z: z) }
    switch figure {
    case .mean: return z * cost.standardError
    case .p80: return quantiles([0.8]).map { max($0.high - $0.value, $0.value - $0.low) }[0]
    case .p90: return quantiles([0.9]).map { max($0.high - $0.value, $0.value - $0.low) }[0]
    case .cvar95: return z * outcome.tailMean(of: bid, outcome.basis).standardError
    case .risk:
      let halves = quantiles([0.8, 0.5]).map { max($0.high - $0.value, $0.value - $0.low) }
      // Quantiles p < q are correlated by √(p·(1−q) / (q·(1−p))): ½ for P50 and P80.
      return (halves[0] * halves[0] + halves[1] * halves[1] - halves[0] * halves[1]).squareRoot()
    }
  }
}
