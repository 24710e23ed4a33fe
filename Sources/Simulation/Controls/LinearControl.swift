/// The least-squares regression of one figure on its controls, from sums alone.
///
/// With `x̄` the mean deviation of the controls from their exact means, `S` their cross-products
/// around `x̄`, `s` those with the figure and `b = S⁻¹·s`, the estimate is `ȳ − b·x̄`: the intercept
/// of the regression. Its variance is `RSS/(n − q − 1) · (1/n + x̄·S⁻¹·x̄)`, which counts what
/// estimating `b` costs (Lavenberg & Welch, *A perspective on the use of control variables to
/// increase the efficiency of Monte Carlo simulations*, Management Science 27, 1981; Glasserman,
/// *Monte Carlo Methods in Financial Engineering*, 2004, section 4.1).
struct LinearControl {
  /// The positions of the controls that were used, among those given.
  private(set) var used: [Int] = []

  /// What is taken off the figure's mean.
  private(set) var correction = 0.0

  /// The variance of the corrected mean.
  private(set) var variance = 0.0

  /// A pivot below this share of a control's own sum of squares leaves the control out: it is all
  /// but a combination of others.
  static let leastPivot = 1e-6

  /// A control whose variance, in units of its scale, is below this is a constant.
  static let leastVariance = 1e-9

  /// Regresses a figure with the sum of squares `squares` around its mean on controls of the mean
  /// deviations `means`, with cross-products `s` around the means and `cross` with the figure.
  init(count: Int, squares: Double, means: [Double], s: [[Double]], cross: [Double]) {
    let n = Double(count)
    var factor: [[Double]] = []  // rows of the Cholesky factor, for the controls used
    var rest = means.indices.map { s[$0][$0] }
    var columns = means.map { _ in [Double]() }  // L of every control, by control used
    var open = means.indices.filter { rest[$0] > Self.leastVariance * n }
    // The control with the largest share of its variance left comes next.
    while let next = open.max(by: { rest[$0] / s[$0][$0] < rest[$1] / s[$1][$1] }),
      rest[next] > Self.leastPivot * s[next][next], used.count + 2 < count
    {
      let pivot = rest[next].squareRoot()
      open.removeAll { $0 == next }
      let row = columns[next]
      for other in open {
        let known = zip(row, columns[other]).reduce(0) { $0 + $1.0 * $1.1 }
        let entry = (s[other][next] - known) / pivot
        columns[other].append(entry)
        rest[other] -= entry * entry
      }
      factor.append(row + [pivot])
      used.append(next)
    }
    let x = Self.forward(factor, used.map { means[$0] })
    let y = Self.forward(factor, used.map { cross[$0] })
    let explained = y.reduce(0) { $0 + $1 * $1 }
    correction = zip(x, y).reduce(0) { $0 + $1.0 * $1.1 }
    let residual = max(0, squares - explained) / (n - Double(used.count) - 1)
    variance = residual * (1 / n + x.reduce(0) { $0 + $1 * $1 })
  }

  /// `L⁻¹·v` of a lower factor by rows.
  private static func forward(_ factor: [[Double]], _ v: [Double]) -> [Double] {
    var solved: [Double] = []
    for (row, value) in zip(factor, v) {
      let known = zip(row, solved).reduce(0) { $0 + $1.0 * $1.1 }
      solved.append((value - known) / (row.last ?? 1))
    }
    return solved
  }
}
