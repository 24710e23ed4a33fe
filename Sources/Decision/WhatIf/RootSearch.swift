public import Simulation

/// Where a gap between two mean costs, or between one and a target, closes as one number is varied.
///
/// All values see the same futures, so the gap is a function of the number without noise. The range is
/// looked at in ``points`` places; wherever the sign changes between neighbours the place is narrowed
/// by false position with the Illinois weights (Dowell and Jarratt, *BIT* 11, 1971) and by halving
/// where that is slow. A straight line is met at the second step.
public struct RootSearch: Sendable {
  /// The gap at one value.
  public struct Point: Hashable, Sendable {
    /// The value.
    public var value: Double

    /// The mean gap.
    public var gap: Estimate
  }

  /// A value at which the gap changes its sign.
  public struct Root: Hashable, Sendable {
    /// The value.
    public var value: Double

    /// What is left of the gap there.
    public var gap: Estimate

    /// By how much the gap changes for one more of the value; nothing in a jump.
    public var slope: Double?

    /// The standard error of the value: that of the gap over the slope (delta method); nothing in a
    /// jump.
    public var standardError: Double?

    /// Whether the gap jumps over 0 there, and closes nowhere.
    public var isJump: Bool { slope == nil }
  }

  private enum End { case low, high }

  /// In how many places a range is looked at first.
  public static let points = 9

  /// How small a gap is none, in the unit of the gap.
  static let tolerance = 1e-6

  /// What was looked at first, in ascending order.
  public private(set) var scan: [Point] = []

  /// The values at which the gap changes its sign, in ascending order.
  public private(set) var roots: [Root] = []

  /// Whether the gap is the same wherever it was looked at.
  public var isFlat: Bool { scan.allSatisfy { $0.gap.value == scan[0].gap.value } }

  /// Searches `range` for the values at which `gap`, which is asked for several values at once, is 0.
  ///
  /// - Throws: What `gap` throws.
  public init(
    in range: ClosedRange<Double>, _ gap: ([Double]) async throws -> [Estimate]
  ) async rethrows {
    let width = range.upperBound - range.lowerBound
    let values = (0..<Self.points).map { place in
      place == Self.points - 1
        ? range.upperBound
        : range.lowerBound + width * Double(place) / Double(Self.points - 1)
    }
    scan = zip(values, try await gap(values)).map { Point(value: $0, gap: $1) }
    guard !isFlat else { return }
    for place in scan.indices {
      if scan[place].gap.value == 0 {
        roots.append(try await root(at: scan[place], in: range, gap))
      } else if place > 0, scan[place - 1].gap.value * scan[place].gap.value < 0 {
        let bracket = (scan[place - 1], scan[place])
        roots.append(try await Self.narrowed(bracket, gap, self, range))
      }
    }
  }

  private static func narrowed(
    _ bracket: (Point, Point), _ gap: ([Double]) async throws -> [Estimate], _ search: Self,
    _ range: ClosedRange<Double>
  ) async rethrows -> Root {
    var (low, high) = bracket
    var weights = (low.gap.value, high.gap.value)
    var stayed: End?
    var nearest = abs(low.gap.value) < abs(high.gap.value) ? low : high
    for step in 0..<100 {
      let width = high.value - low.value
      guard abs(nearest.gap.value) > tolerance else { break }
      guard width > 4 * max(low.value.ulp, high.value.ulp) else {
        return Root(value: high.value, gap: high.gap)
      }
      var value = low.value - weights.0 * width / (weights.1 - weights.0)
      if step % 3 == 2 || !(value > low.value && value < high.value) {
        value = low.value + width / 2
      }
      guard let found = try await gap([value]).first else { break }
      let point = Point(value: value, gap: found)
      if abs(found.value) < abs(nearest.gap.value) { nearest = point }
      // The end that stays twice counts for half: the line then bends towards it.
      if found.value * low.gap.value > 0 {
        weights = (found.value, stayed == .high ? weights.1 / 2 : high.gap.value)
        (low, stayed) = (point, .high)
      } else {
        weights = (stayed == .low ? weights.0 / 2 : low.gap.value, found.value)
        (high, stayed) = (point, .low)
      }
    }
    return try await search.root(at: nearest, in: range, gap)
  }

  /// The root at `point`, whose slope is that between the neighbours half a hundredth of the range away.
  private func root(
    at point: Point, in range: ClosedRange<Double>,
    _ gap: ([Double]) async throws -> [Estimate]
  ) async rethrows -> Root {
    let step = (range.upperBound - range.lowerBound) / 200
    let low = max(range.lowerBound, point.value - step)
    let high = min(range.upperBound, point.value + step)
    let ends = try await gap([low, high])
    let slope = (ends[1].value - ends[0].value) / (high - low)
    guard slope != 0 else { return Root(value: point.value, gap: point.gap) }
    return Root(
      value: point.value, gap: point.gap, slope: slope,
      standardError: point.gap.standardError / abs(slope))
  }
}
