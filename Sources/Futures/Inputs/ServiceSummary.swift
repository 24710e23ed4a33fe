import Quantities
import Rows

/// How one provider's service turns out in a block of futures without demand surprises.
final class ServiceSummary {
  private let performance: Performance
  private let path: ProviderPath
  private let horizon: Int
  private let means: [Row]
  private let scaledMeans: [Row]
  private let squares: [Row]
  private let work: Row

  init(
    _ performance: Performance, of option: String, _ assumptions: Assumptions, in arena: Arena
  ) {
    self.performance = performance
    horizon = assumptions.horizon
    // The rows of a world that nobody fills are all 0: no surprise.
    path = ProviderPath(
      sampling: performance, of: option, in: World(for: assumptions, in: arena),
      assumptions: assumptions, uniforms: [], arena: arena)
    means = arena.rows(performance.metrics.count)
    scaledMeans = arena.rows(performance.metrics.count)
    squares = arena.rows(performance.metrics.count)
    work = arena.row()
  }

  func fill(at draws: Draws) {
    for row in means + scaledMeans + squares { row.fill(0) }
    path.begin(at: draws)
    let share = 1 / Double(horizon)
    for month in 1...horizon {
      path.advance(to: month)
      for (place, driver) in performance.metrics.enumerated() {
        guard case .scaled(let value) = path.attainment(place) else { continue }
        work.widen(value)
        scaledMeans[place].add(work, times: share)
        squares[place].add(work, times: share, work)
        makeNatural(driver.link)
        means[place].add(work, times: share)
      }
    }
    for (square, mean) in zip(squares, scaledMeans) { square.add(mean, times: -1, mean) }
  }

  /// Writes the mean attainment of a metric, or its variance over the months, to `row`.
  func write(_ figure: InputQuantity, to row: Row) {
    switch figure {
    case .attainment(_, let metric): copy(means, of: metric, to: row)
    case .swing(_, let metric): copy(squares, of: metric, to: row)
    default: preconditionFailure("a service has attainments and their swings")
    }
  }

  private func copy(_ rows: [Row], of metric: String, to row: Row) {
    guard let place = performance.metrics.firstIndex(where: { $0.metric == metric })
    else { preconditionFailure("a figure is of a metric that the provider has") }
    row.copy(rows[place])
  }

  private func makeNatural(_ link: Link) {
    switch link {
    case .logit: work.logistic()
    case .log: work.exponentiate()
    case .identity: break
    }
  }
}
