internal import CNlopt

/// The lowest point that a search has found.
public struct Lowest: Hashable, Sendable {
  /// Where it lies.
  public let point: [Double]

  /// The value there.
  public let value: Double

  /// How often the function was asked.
  public let evaluations: Int

  /// Whether the search ended by its tolerance, and not because it had asked often enough.
  public let isSettled: Bool
}

/// Searches for the lowest value of a function of which nothing but values is known.
///
/// The searches are those of NLopt; they draw no random numbers, so that a function gives the same
/// point every time.
extension Lowest {
  /// The lowest point near `start`, by quadratic models in a region of trust.
  ///
  /// BOBYQA: Powell, *The BOBYQA algorithm for bound constrained optimization without derivatives*,
  /// Cambridge NA2009/06. It knows functions of two and more numbers; one number is searched by
  /// ``anywhere(_:within:evaluations:tolerance:)``.
  ///
  /// - Precondition: `start` lies within `bounds`, which are at least two, finite, and not empty.
  /// - Parameters:
  ///   - start: Where the search begins.
  ///   - bounds: The least and the greatest value of each number.
  ///   - evaluations: How often the function is asked at most.
  ///   - tolerance: The search ends once it moves by less than this share of the breadth of bounds.
  ///   - function: What is to be low.
  /// - Returns: The lowest point that was asked for.
  public static func near(
    _ start: [Double], within bounds: [ClosedRange<Double>], evaluations: Int,
    tolerance: Double = 1e-3, of function: @escaping ([Double]) -> Double
  ) -> Lowest {
    precondition(bounds.count >= 2, "BOBYQA needs two numbers")
    precondition(
      start.count == bounds.count && zip(start, bounds).allSatisfy { $1.contains($0) },
      "a search begins within its bounds")
    return run(
      NLOPT_LN_BOBYQA, start, bounds, evaluations: evaluations, tolerance: tolerance, function)
  }

  /// The lowest point anywhere within `bounds`: first by halving boxes, then near the best of them.
  ///
  /// DIRECT-L (Gablonsky and Kelley 2001) takes half of `evaluations`, and the simplices of
  /// Subplex (Rowan 1990) the rest. No search can be sure of the lowest point of any function.
  ///
  /// - Precondition: the bounds are at least one, finite, and not empty.
  /// - Parameters:
  ///   - bounds: The least and the greatest value of each number.
  ///   - evaluations: How often the function is asked at most.
  ///   - tolerance: The second part ends once it moves by less than this share of the breadth.
  ///   - function: What is to be low.
  /// - Returns: The lowest point that was asked for.
  public static func anywhere(
    within bounds: [ClosedRange<Double>], evaluations: Int, tolerance: Double = 1e-3,
    of function: @escaping ([Double]) -> Double
  ) -> Lowest {
    let middle = bounds.map { $0.lowerBound + ($0.upperBound - $0.lowerBound) / 2 }
    let rough = run(
      NLOPT_GN_DIRECT_L, middle, bounds, evaluations: max(evaluations / 2, 1), tolerance: 0,
      function)
    let fine = run(
      NLOPT_LN_SBPLX, rough.point, bounds, evaluations: max(evaluations - rough.evaluations, 1),
      tolerance: tolerance, function)
    let best = fine.value < rough.value ? fine : rough
    return Lowest(
      point: best.point, value: best.value, evaluations: rough.evaluations + fine.evaluations,
      isSettled: fine.isSettled)
  }

  private static func run(
    _ algorithm: nlopt_algorithm, _ start: [Double], _ bounds: [ClosedRange<Double>],
    evaluations: Int, tolerance: Double, _ function: @escaping ([Double]) -> Double
  ) -> Lowest {
    precondition(
      !bounds.isEmpty && bounds.allSatisfy { $0.lowerBound < $0.upperBound },
      "a search has bounds with room between them")
    let asked = Asked(function, bounds)
    let isSettled = asked.search(
      by: algorithm, from: start, evaluations: evaluations, tolerance: tolerance)
    return Lowest(
      point: asked.lowestPoint, value: asked.lowest, evaluations: asked.count,
      isSettled: isSettled)
  }
}

/// A function that is being asked, and the lowest of its answers.
///
/// Its numbers are searched in 0…1, so that a tolerance means the same for each.
private final class Asked {
  private let function: ([Double]) -> Double
  private let bounds: [ClosedRange<Double>]
  private(set) var count = 0
  private(set) var lowest = Double.infinity
  private(set) var lowestPoint: [Double]

  init(_ function: @escaping ([Double]) -> Double, _ bounds: [ClosedRange<Double>]) {
    self.function = function
    self.bounds = bounds
    lowestPoint = bounds.map(\.lowerBound)
  }

  func value(at shares: UnsafeBufferPointer<Double>) -> Double {
    let point = unsafe zip(shares, bounds).map { share, bound in
      min(
        bound.lowerBound + share * (bound.upperBound - bound.lowerBound), bound.upperBound)
    }
    let value = function(point)
    count += 1
    if value < lowest { (lowest, lowestPoint) = (value, point) }
    return value
  }

  /// Whether the search ended by its tolerance.
  func search(
    by algorithm: nlopt_algorithm, from start: [Double], evaluations: Int, tolerance: Double
  ) -> Bool {
    guard let search = unsafe nlopt_create(algorithm, UInt32(bounds.count)) else {
      preconditionFailure("no memory for a search")
    }
    defer { unsafe nlopt_destroy(search) }
    unsafe nlopt_set_lower_bounds1(search, 0)
    unsafe nlopt_set_upper_bounds1(search, 1)
    unsafe nlopt_set_initial_step1(search, 0.2)
    unsafe nlopt_set_maxeval(search, Int32(evaluations))
    unsafe nlopt_set_xtol_abs1(search, tolerance)
    let context = unsafe Unmanaged.passUnretained(self).toOpaque()
    unsafe nlopt_set_min_objective(
      search,
      { count, shares, _, context in
        guard let shares = unsafe shares, let context = unsafe context else { return .infinity }
        let asked = unsafe Unmanaged<Asked>.fromOpaque(context).takeUnretainedValue()
        return unsafe asked.value(at: UnsafeBufferPointer(start: shares, count: Int(count)))
      }, context)
    var point = zip(start, bounds).map {
      min(max(($0 - $1.lowerBound) / ($1.upperBound - $1.lowerBound), 0), 1)
    }
    var value = 0.0
    let result = unsafe nlopt_optimize(search, &point, &value)
    return result == NLOPT_XTOL_REACHED || result == NLOPT_FTOL_REACHED
  }
}
