import Glibc

/// The uniform law on weights whose ratios lie within a factor of those that are stated.
///
/// With `v = w / s` the weights are those with `max v ≤ R · min v`. Give the cone of all such `v` the
/// density `e^(−Σ s·v)`: direction and `Σ s·v` are independent there, and the direction, made to add up
/// to 1, is uniform on the simplex of `w`. In the cone some `v_i` is the least, `r`; the others lie in
/// `[r, R·r]`. So `r` has the density
///
/// `h(r) ∝ e^(−r) Σ_i s_i Π_{j≠i} (1 − e^(−(R−1)·s_j·r))`,
///
/// given `r` the least one is `i` with chance `∝ s_i / (1 − e^(−(R−1)·s_i·r))`, and each other `s_j·v_j`
/// is `s_j·r` and an exponential cut off at `(R−1)·s_j·r`. Only `r` is found by a table, of 8,192 cells in
/// which `h` is taken as linear; all else is exact. No draw depends on another: there is no burn-in.
struct RatioBoundedLaw: Sendable {
  private static let cells = 8_192

  private let stated: [Double]
  private let slack: Double
  private let levels: [Double]
  private let heights: [Double]

  /// The area under `h` up to each level, of which the last is 1.
  private let areas: [Double]

  /// Prepares the law around the positive weights `stated`, whose ratios lie within the factor `bound`.
  ///
  /// - Precondition: the bound is 1 at least.
  init(_ stated: [Double], within bound: Double) {
    precondition(bound >= 1, "a factor between weights is 1 or more")
    let total = stated.reduce(0, +)
    let shares = stated.map { $0 / total }
    let slack = bound - 1
    let highest = 40 + 4 * Double(stated.count)
    // Cells are narrow near 0, where `h` rises.
    let levels = (0...Self.cells).map { cell in
      let place = Double(cell) / Double(Self.cells)
      return highest * place * place * place
    }
    let heights = levels.map { Self.height(at: $0, shares, slack) }
    var area = 0.0
    var areas = [0.0]
    for cell in 0..<Self.cells {
      area += (heights[cell] + heights[cell + 1]) / 2 * (levels[cell + 1] - levels[cell])
      areas.append(area)
    }
    self.stated = shares
    self.slack = slack
    self.levels = levels
    self.heights = area > 0 ? heights.map { $0 / area } : heights
    self.areas = area > 0 ? areas.map { $0 / area } : areas
  }

  private static func height(at level: Double, _ shares: [Double], _ slack: Double) -> Double {
    var (product, sum) = (1.0, 0.0)
    for share in shares {
      let width = -expm1(-slack * share * level)
      // Adds one more factor to each summand, and the summand in which this one is the least.
      (product, sum) = (product * width, sum * width + share * product)
    }
    return exp(-level) * sum
  }

  /// Gives `weight` the next weight of each criterion.
  func draw(_ random: inout CounterRandom, _ weight: (Int, Double) -> Void) {
    guard slack > 0, stated.count > 1 else {
      for place in stated.indices { weight(place, stated[place]) }
      return
    }
    let level = level(at: random.uniform())
    let widths = stated.map { -expm1(-slack * $0 * level) }
    let least = least(widths, at: random.uniform())
    var drawn = stated.map { $0 * level }
    for place in stated.indices where place != least {
      drawn[place] -= log1p(-random.uniform() * widths[place])
    }
    let sum = drawn.reduce(0, +)
    for place in stated.indices { weight(place, drawn[place] / sum) }
  }

  /// Which criterion has the least ratio to its stated weight.
  private func least(_ widths: [Double], at share: Double) -> Int {
    var left = share * zip(stated, widths).reduce(0) { $0 + $1.0 / $1.1 }
    for place in stated.indices {
      left -= stated[place] / widths[place]
      if left < 0 { return place }
    }
    return stated.count - 1
  }

  /// The level below which lies the share `area` of the area under `h`.
  private func level(at area: Double) -> Double {
    var (low, high) = (0, Self.cells)
    while high - low > 1 {
      let middle = (low + high) / 2
      if areas[middle] <= area { low = middle } else { high = middle }
    }
    let rest = area - areas[low]
    let width = levels[high] - levels[low]
    let slope = (heights[high] - heights[low]) / width
    // The root of height·x + slope·x²/2 = rest that stays exact where the slope is small.
    let root = max(heights[low] * heights[low] + 2 * slope * rest, 0).squareRoot()
    let step = heights[low] + root > 0 ? 2 * rest / (heights[low] + root) : 0
    return levels[low] + min(step, width)
  }
}
