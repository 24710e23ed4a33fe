import Glibc

/// The exact law of one metric's attainment on its link scale, month by month.
///
/// Given the coefficients that are uncertain other than the level, attainment is normal:
/// `μ + shift + Σ β·E d + s·E z` with the variance `e² + Σ β·β′·Cov(d, d′) + s²·Var z`. Over those
/// coefficients, at most two, the law is a weighted sum. Two months are then jointly normal, with
/// the covariance `e² + Σ β·β′·Cov(d, d′) + s²·ρ^lag·Var z` of the earlier one's state.
public struct AttainmentLaw: Sendable {
  /// A normal law for each month, and how each month is correlated with some months before.
  private struct Piece {
    var weight: Double
    var means: [Double] = []
    var deviations: [Double] = []
    /// By lag from 1 on, and by month; 0 where the earlier month is before month 1.
    var correlations: [[Double]] = []
  }

  /// The coefficients of one piece.
  private struct Node {
    var weight: Double
    var spread: Double
    var persistence: Double
    var links: [Double] = []

    /// The variance of the state in `month`.
    func variance(of start: Start, in month: Int) -> Double {
      let scale = (1 - persistence * persistence).squareRoot()
      return start == .stationary
        ? 1 : start.variance(in: month, persistence: persistence, spread: scale)
    }

    /// `Σ β·β′·Cov(d, d′)`.
    func linked(_ covariance: (Int, Int) -> Double) -> Double {
      var sum = 0.0
      for (i, one) in links.enumerated() {
        for (j, other) in links.enumerated() { sum += one * other * covariance(i, j) }
      }
      return sum
    }
  }

  private let pieces: [Piece]

  /// The most coefficients that are integrated over.
  static let mostUncertain = 2

  /// The same where months are taken jointly: a chance of two months costs a hundred of one.
  static let mostJointlyUncertain = 1

  /// The law of `driver` under `assumptions`, of a provider's own or any other's, jointly of each
  /// month and as many before it as `lags` says.
  ///
  /// - Throws: ``NoClosedForm`` where the law is not known.
  public init(
    of driver: PerformanceDriver, in assumptions: Assumptions, lags: Int = 0
  ) throws(NoClosedForm) {
    var surprises: [[Int]: SurpriseLaw] = [:]
    try self.init(of: driver, in: assumptions, lags: lags, knowing: &surprises)
  }

  /// The same, with the laws of demand surprises by service lines that are known already.
  fileprivate init(
    of driver: PerformanceDriver, in assumptions: Assumptions, lags: Int,
    knowing known: inout [[Int]: SurpriseLaw]
  ) throws(NoClosedForm) {
    if driver.sample != nil { throw .measuredOfSample }
    let lines = assumptions.demand.indices.filter { line in
      let link = driver.demandLinks[assumptions.demand[line].serviceLine]
      return link.map { $0.estimate != 0 || $0.error > 0 } ?? false
    }
    let links = lines.compactMap { driver.demandLinks[assumptions.demand[$0].serviceLine] }
    let surprises: SurpriseLaw
    if let before = known[lines] {
      surprises = before
    } else {
      surprises = try SurpriseLaw(lines, in: assumptions)
      known[lines] = surprises
    }
    pieces = try Self.nodes(of: driver, links, isJoint: lags > 0).map { node in
      Self.piece(driver, node, surprises, assumptions, lags: lags)
    }
  }

  /// The chance that attainment lies below `bound` in each month.
  ///
  /// - Throws: ``NoClosedForm/noChance`` where it is the bound without chance.
  public func chances(below bound: Double) throws(NoClosedForm) -> [Double] {
    var chances = pieces.first.map { $0.means.map { _ in 0.0 } } ?? []
    for piece in pieces {
      for month in chances.indices {
        let distance = bound - piece.means[month]
        if piece.deviations[month] > 0 {
          chances[month] += piece.weight * NormalLaw.below(distance / piece.deviations[month])
        } else {
          guard abs(distance) > 1e-4 * (1 + abs(piece.means[month])) else { throw .noChance }
          chances[month] += distance > 0 ? piece.weight : 0
        }
      }
    }
    return chances
  }

  /// The chance that attainment lies below `bound` in each month and `lag` months before, or above
  /// it in both; 0 where that is before month 1.
  ///
  /// - Precondition: The law is one of so many lags, and in no month the bound without chance.
  public func chances(ofPairsBeyond bound: Double, isBelow: Bool, lag: Int) -> [Double] {
    var chances = pieces.first.map { $0.means.map { _ in 0.0 } } ?? []
    for piece in pieces {
      let distances = zip(piece.means, piece.deviations).map { mean, deviation in
        (isBelow ? bound - mean : mean - bound) / deviation
      }
      for month in chances.indices.dropFirst(lag) {
        chances[month] +=
          piece.weight
          * NormalLaw.below(
            distances[month], distances[month - lag],
            correlation: piece.correlations[lag - 1][month])
      }
    }
    return chances
  }

  /// In a single month the persistence plays a part only while the start is remembered: from the
  /// stationary law the state has variance 1 whatever it is.
  private static func nodes(
    of driver: PerformanceDriver, _ links: [Parameter], isJoint: Bool
  ) throws(NoClosedForm) -> [Node] {
    let isPlain = driver.start == .stationary && !isJoint
    let persistence = isPlain ? driver.persistence.known : driver.persistence
    let uncertain = ([driver.spread, persistence] + links).count { $0.error > 0 }
    guard uncertain <= mostUncertain else { throw .manyUncertain }
    guard !isJoint || uncertain <= mostJointlyUncertain else { throw .severalUncertain }
    let rule = isJoint ? NormalLaw.denseNodes : NormalLaw.nodes
    var nodes: [Node] = []
    for spread in driver.spread.nodes(rule) {
      for rho in persistence.nodes(rule) {
        nodes.append(
          Node(weight: spread.weight * rho.weight, spread: spread.value, persistence: rho.value))
      }
    }
    for link in links {
      nodes = nodes.flatMap { node in
        link.nodes(rule).map { beta in
          var next = node
          next.weight *= beta.weight
          next.links.append(beta.value)
          return next
        }
      }
    }
    return nodes
  }

  private static func piece(
    _ driver: PerformanceDriver, _ node: Node, _ surprises: SurpriseLaw,
    _ assumptions: Assumptions, lags: Int
  ) -> Piece {
    var piece = Piece(weight: node.weight)
    let (spread, error) = (node.spread * node.spread, driver.level.error * driver.level.error)
    let months = 1...assumptions.horizon
    let states = months.map { spread * node.variance(of: driver.start, in: $0) }
    for month in months {
      var mean = driver.level.estimate + driver.shift(in: month, goLive: assumptions.goLive)
      mean += node.spread * driver.start.mean(in: month, persistence: node.persistence)
      for (i, link) in node.links.enumerated() { mean += link * surprises.means[month - 1][i] }
      let linked = node.linked { surprises.covariances[month - 1][$0][$1] }
      piece.means.append(mean)
      piece.deviations.append(max(states[month - 1] + error + linked, 0).squareRoot())
    }
    for lag in stride(from: 1, through: lags, by: 1) {
      let left = pow(node.persistence, Double(lag))
      piece.correlations.append(
        months.map { month in
          guard month > lag else { return 0 }
          let linked = node.linked {
            surprises.covariance(of: $0, in: month, with: $1, before: lag)
          }
          let covariance = left * states[month - lag - 1] + error + linked
          return covariance / (piece.deviations[month - 1] * piece.deviations[month - lag - 1])
        })
    }
    return piece
  }
}

/// The laws of many metrics under the same assumptions.
public struct AttainmentLaws {
  private let assumptions: Assumptions
  private var surprises: [[Int]: SurpriseLaw] = [:]

  /// Prepares laws under `assumptions`.
  public init(_ assumptions: Assumptions) { self.assumptions = assumptions }

  /// The law of `driver`, jointly of each month and as many before it as `lags` says.
  ///
  /// - Throws: ``NoClosedForm`` where it is not known.
  public mutating func law(
    of driver: PerformanceDriver, lags: Int = 0
  ) throws(NoClosedForm) -> AttainmentLaw {
    try AttainmentLaw(of: driver, in: assumptions, lags: lags, knowing: &surprises)
  }
}
