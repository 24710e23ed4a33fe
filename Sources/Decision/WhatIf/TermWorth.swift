public import Contracts
public import Simulation

/// What a little more of one term is worth to the buyer in one bid.
///
/// The term is moved a step up and down, on the same futures; the worth is the fall of the mean cost
/// over the length of the move (central difference), or that of a step up alone where there is nothing
/// below.
public struct TermWorth: Sendable {
  /// The path of the term, as overrides have it.
  public let path: String

  /// The bid.
  public let bid: String

  /// The term as the bid has it.
  public let value: WrittenNumber

  /// The values that were compared, the lower first.
  public let ends: (low: WrittenNumber, high: WrittenNumber)

  /// The fall of the mean cost on each basis for one unit more: a percentage point of a percentage,
  /// otherwise 1.
  public let worth: [CostBasis: Estimate]

  /// The worth after credits as a share of the price, see ``Simulation/OptionOutcome/price``.
  public let ofPrice: Estimate

  /// How many units of the first term are worth as much as one of this one, after credits; nothing
  /// where the first has no worth that could be told from 0.
  public let inUnitsOfFirst: Estimate?

  /// The fall of the cost after credits for one unit more, by future.
  let byFuture: [Double]

  /// Compares a bid with more and less of the term.
  ///
  /// - Parameters:
  ///   - path: The term's path.
  ///   - bid: The bid's identifier.
  ///   - value: The term as the bid has it.
  ///   - ends: The values that are compared.
  ///   - low: The bid with the lower value.
  ///   - high: The bid with the higher value.
  ///   - price: What the worth is a share of.
  ///   - first: The worth of the first term in the same bid; nothing for that one.
  public init(
    of path: String, in bid: String, _ value: WrittenNumber,
    from ends: (low: WrittenNumber, high: WrittenNumber), low: OptionOutcome, high: OptionOutcome,
    price: Double, first: TermWorth?
  ) {
    let unit = value.unit == .percent ? 0.01 : 1
    let length = (ends.high.value - ends.low.value) / unit
    let byFuture = zip(low.after, high.after).map { ($0 - $1) / length }
    self.path = path
    self.bid = bid
    self.value = value
    self.ends = ends
    self.byFuture = byFuture
    worth = Dictionary(
      uniqueKeysWithValues: CostBasis.allCases.map { basis in
        let (less, more) = (low.cost(basis), high.cost(basis))
        return (basis, Paired.mean(count: less.count) { (less[$0] - more[$0]) / length })
      })
    let after = Estimate(of: byFuture)
    ofPrice = Estimate(after.value / price, standardError: after.standardError / abs(price))
    inUnitsOfFirst = Paired.ratio(byFuture, over: (first?.byFuture ?? byFuture))
  }

  /// The step that is taken where none is asked for: a percentage point, a month, 1 for whole numbers
  /// below 100, otherwise a tenth of the number.
  public static func usualStep(of value: WrittenNumber) -> WrittenNumber {
    let isSmall = value.places == 0 && abs(value.digits) < 100
    guard value.unit == .none, !isSmall else { return WrittenNumber(1, value.unit) }
    return WrittenNumber(max(abs(value.digits), 1), places: value.places + 1)
  }

  /// The values a `step` below and above `value`: nothing below 0 where the value is not.
  ///
  /// There are none where they have more digits than are exact.
  public static func ends(
    of value: WrittenNumber, step: WrittenNumber
  ) -> (low: WrittenNumber, high: WrittenNumber)? {
    let places = max(value.places, step.places)
    guard let middle = value.digits(withPlaces: places),
      let length = step.digits(withPlaces: places), length > 0
    else { return nil }
    let low = value.digits >= 0 && middle < length ? middle : middle - length
    return (
      WrittenNumber(low, places: places, value.unit),
      WrittenNumber(middle + length, places: places, value.unit)
    )
  }
}
