import Glibc

/// The joint normal law of the demand surprises of some service lines, month by month.
struct SurpriseLaw {
  /// Means by month and line.
  private(set) var means: [[Double]] = []

  /// Covariances by month, line and line.
  private(set) var covariances: [[[Double]]] = []

  /// Covariances of the states alone, without growth.
  private var states: [[[Double]]] = []

  private let drivers: [DemandDriver]

  /// The law of the service lines at `positions` in `assumptions`.
  ///
  /// `Cov[t] = φ_i·φ_j·Cov[t−1] + R_ij·σ_i·σ_j`; growth adds its own variance.
  /// - Throws: ``NoClosedForm`` where the surprise of one of them is not normal.
  init(_ positions: [Int], in assumptions: Assumptions) throws(NoClosedForm) {
    drivers = positions.map { assumptions.demand[$0] }
    for driver in drivers { try driver.checkNormal() }
    var states = drivers.enumerated().map { i, driver in
      drivers.indices.map { $0 == i ? driver.startVariance : 0 }
    }
    let first = 1 - (drivers.map(\.start.months).max() ?? 0)
    for month in first...max(assumptions.horizon, first) {
      // Until a line's state has been observed nothing moves it.
      let moving = drivers.indices.filter { month > -drivers[$0].start.months }
      for (i, j) in moving.flatMap({ i in moving.map { (i, $0) } }) {
        let correlation = assumptions.correlation.matrix[positions[i]][positions[j]]
        let (one, other) = (drivers[i], drivers[j])
        states[i][j] *= one.persistence.estimate * other.persistence.estimate
        states[i][j] += correlation * one.spread.estimate * other.spread.estimate
      }
      if month > 0 { append(states, month) }
    }
  }

  /// `Cov(d_i[t], d_j[t − lag])`: what is left of the states' after as many steps of line i, and
  /// growth's own.
  ///
  /// - Precondition: `1 ≤ month − lag` and `month` is in the horizon.
  func covariance(of i: Int, in month: Int, with j: Int, before lag: Int) -> Double {
    let left = pow(drivers[i].persistence.estimate, Double(lag))
    let state = left * states[month - lag - 1][i][j]
    guard i == j else { return state }
    let (now, then) = (Double(month - 1) / 12, Double(month - lag - 1) / 12)
    return state + drivers[i].growth.error * drivers[i].growth.error * now * then
  }

  private mutating func append(_ states: [[Double]], _ month: Int) {
    self.states.append(states)
    let years = Double(month - 1) / 12
    var covariance = states
    for (i, driver) in drivers.enumerated() {
      covariance[i][i] += driver.growth.error * driver.growth.error * years * years
    }
    covariances.append(covariance)
    means.append(
      drivers.enumerated().map { i, driver in
        let state = driver.start.mean(in: month, persistence: driver.persistence.estimate)
        let median = driver.reading == .mean ? -states[i][i] / 2 : 0
        let growth = log(1 + driver.growth.estimate) * years
        let steps = driver.steps.filter { $0.month <= month && $0.probability >= 1 }
          .reduce(0) { $0 + log(1 + $1.size) }
        return state + median + growth + steps
      })
  }
}

extension DemandDriver {
  /// - Throws: why the demand surprise is not normal.
  fileprivate func checkNormal() throws(NoClosedForm) {
    if persistence.error > 0 || spread.error > 0 { throw .uncertainDemand }
    if shocks != nil { throw .shocksOfDemand }
    let isOpen = steps.contains { $0.probability > 0 && $0.probability < 1 }
    if isOpen || steps.contains(where: { $0.size <= -1 }) { throw .stepOfDemand }
  }

  /// The variance of the state before month 1, where it is drawn and not known.
  fileprivate var startVariance: Double {
    guard start == .stationary else { return 0 }
    return start.variance(in: 0, persistence: persistence.estimate, spread: spread.estimate)
  }
}
