import Glibc

/// The exact law of one metric's attainment on its link scale, month by month.
///
/// Given the coefficients that are uncertain other than the level, attainment is normal:
/// `μ + shift + Σ β·E d + s·E z` with the variance `e² + Σ β·β′·Cov(d, d′) + s²·Var z`. Over those
/// coefficients, at most two, the law is a weighted sum.
public struct AttainmentLaw: Sendable {
  /// A normal law for each month.
  private struct Piece {
    var weight: Double
    var means: [Double]
    var deviations: [Double]
  }

  /// The coefficients of one piece.
  private struct Node {
    var weight: Double
    var spread: Double
    var persistence: Double
    var links: [Double] = []
  }

  private let pieces: [Piece]

  /// The most coefficients that are integrated over.
  static let mostUncertain = 2

  /// The law of `driver` under `assumptions`, of a provider's own or any other's.
  ///
  /// - Throws: ``NoClosedForm`` where the law is not known.
  public init(of driver: PerformanceDriver, in assumptions: Assumptions) throws(NoClosedForm) {
    var surprises: [[Int]: SurpriseLaw] = [:]
    try self.init(of: driver, in: assumptions, knowing: &surprises)
  }

  /// The same, with the laws of demand surprises by service lines that are known already.
  fileprivate init(
    of driver: PerformanceDriver, in assumptions: Assumptions,
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
    pieces = try Self.nodes(of: driver, links).map { node in
      Self.piece(driver, node, surprises, assumptions)
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

  /// The persistence plays a part only while the start is remembered: from the stationary law
  /// the state has variance 1 whatever it is.
  private static func nodes(
    of driver: PerformanceDriver, _ links: [Parameter]
  ) throws(NoClosedForm) -> [Node] {
    let persistence = driver.start == .stationary ? driver.persistence.known : driver.persistence
    let uncertain = ([driver.spread, persistence] + links).count { $0.error > 0 }
    guard uncertain <= mostUncertain else { throw .manyUncertain }
    var nodes: [Node] = []
    for spread in driver.spread.nodes {
      for rho in persistence.nodes {
        nodes.append(
          Node(weight: spread.weight * rho.weight, spread: spread.value, persistence: rho.value))
      }
    }
    for link in links {
      nodes = nodes.flatMap { node in
        link.nodes.map { beta in
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
    _ assumptions: Assumptions
  ) -> Piece {
    var piece = Piece(weight: node.weight, means: [], deviations: [])
    let scale = (1 - node.persistence * node.persistence).squareRoot()
    for month in 1...assumptions.horizon {
      let state = driver.start.mean(in: month, persistence: node.persistence)
      let variance =
        driver.start == .stationary
        ? 1 : driver.start.variance(in: month, persistence: node.persistence, spread: scale)
      var mean = driver.level.estimate + driver.shift(in: month, goLive: assumptions.goLive)
      mean += node.spread * state
      var total = node.spread * node.spread * variance
      total += driver.level.error * driver.level.error
      for (i, one) in node.links.enumerated() {
        mean += one * surprises.means[month - 1][i]
        for (j, other) in node.links.enumerated() {
          total += one * other * surprises.covariances[month - 1][i][j]
        }
      }
      piece.means.append(mean)
      piece.deviations.append(max(total, 0).squareRoot())
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

  /// The law of `driver`.
  ///
  /// - Throws: ``NoClosedForm`` where it is not known.
  public mutating func law(of driver: PerformanceDriver) throws(NoClosedForm) -> AttainmentLaw {
    try AttainmentLaw(of: driver, in: assumptions, knowing: &surprises)
  }
}
