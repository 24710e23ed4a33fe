import Glibc
import Rows

/// Runs all metrics of one provider through a block of futures.
final class PerformanceSampler {
  /// The attainment of each metric in the current month, on its link scale.
  let values: [LatentRow]

  /// What is measured of it: the same rows but where a metric is measured of a sample.
  let measured: [LatentRow]

  private let metrics: [MetricSampler]
  /// What each metric moves by in the four months of a block of random numbers.
  private let innovations: [[WeightedRows]]
  private let world: World
  private let own: [Quartet<LatentRow>]
  private let common: [Quartet<LatentRow>?]
  private let ownHashes: [UInt32]
  private let commonHashes: [UInt32]
  private var draws = Draws(seed: 0)
  private let firstMonth: Int

  init(
    _ performance: Performance, of option: String, in world: World, _ assumptions: Assumptions,
    arena: Arena
  ) {
    let coefficients = CoefficientSampler(in: arena)
    let lines = assumptions.demand.map(\.serviceLine)
    self.world = world
    values = arena.latentRows(performance.metrics.count)
    metrics = performance.metrics.map {
      MetricSampler($0, of: option, lines, assumptions, coefficients, in: arena)
    }
    measured = zip(performance.metrics, values).map {
      $0.sample == nil ? $1 : arena.latentRow()
    }
    own = metrics.map { _ in arena.latentQuartet() }
    common = performance.metrics.map { $0.commonShare > 0 ? arena.latentQuartet() : nil }
    ownHashes = performance.metrics.map { driverHash($0.name(of: option)) }
    commonHashes = performance.metrics.map { driverHash("common/\($0.metric)") }
    innovations = correlated(own, by: performance.correlation.factor)
    firstMonth = 1 - (performance.metrics.map(\.start.months).max() ?? 0)
  }

  /// Draws the coefficients and runs the months between history and month 0.
  func begin(at draws: Draws) {
    self.draws = draws
    for metric in metrics { metric.begin(at: draws) }
    for month in firstMonth..<1 { step(to: month) }
  }

  /// Moves to `month` and fills ``values``.
  func advance(to month: Int) {
    step(to: month)
    for (position, metric) in metrics.enumerated() {
      metric.fill(values[position], in: month, of: world)
      metric.measurement?.fill(
        measured[position], from: values[position], in: month, of: world, at: draws)
    }
  }

  private func step(to month: Int) {
    let (block, place) = Draws.position(of: month)
    if place == 0 || month == firstMonth { drawNormals(ofBlock: block) }
    for (position, metric) in metrics.enumerated() {
      metric.step(to: month, by: innovations[position][place])
    }
  }

  /// Draws `√(1 − c) · ξ + √c · f` for each metric and month of the block.
  ///
  /// The correlation of a provider's own metrics is the one stated, whatever part is common.
  private func drawNormals(ofBlock block: Int) {
    for (position, rows) in own.enumerated() {
      draws.normals(of: ownHashes[position], monthBlock: block, into: rows)
      guard let factor = common[position] else { continue }
      draws.normals(of: commonHashes[position], monthBlock: block, into: factor)
      let share = metrics[position].driver.commonShare
      for place in 0..<4 {
        rows[place].multiply(by: Float((1 - share).squareRoot()))
        rows[place].add(factor[place], times: Float(share.squareRoot()))
      }
    }
  }
}

/// Runs one metric of one provider through a block of futures.
private final class MetricSampler {
  let driver: PerformanceDriver
  private let name: String
  /// What learning and trend add in each month.
  private let shifts: [Float]
  private let coefficients: CoefficientSampler
  private let state: LatentRow
  private let rows: [LatentRow]
  private let normals: Quartet<LatentRow>
  private let links: [(line: Int, name: String, parameter: Parameter, row: LatentRow)]
  /// The service lines of ``links``.
  private let lines: [Int]
  let measurement: MeasurementSampler?
  private var persistence = Coefficient.constant(0)
  private var innovationScale = Coefficient.constant(1)
  /// Level, links to demand and deviation: what the attainment is made of in the current month.
  private var parts = WeightedRows()
  private var constant: Float = 0

  init(
    _ driver: PerformanceDriver, of option: String, _ serviceLines: [String],
    _ assumptions: Assumptions, _ coefficients: CoefficientSampler, in arena: Arena
  ) {
    self.driver = driver
    shifts = (1...assumptions.horizon).map { month in
      Float(driver.shift(in: month, goLive: assumptions.goLive))
    }
    self.coefficients = coefficients
    name = driver.name(of: option)
    state = arena.latentRow()
    rows = arena.latentRows(4)
    normals = arena.latentQuartet()
    let name = name
    measurement = driver.sample.map {
      MeasurementSampler($0, named: name, serviceLines: serviceLines, in: arena)
    }
    links = serviceLines.enumerated().compactMap { position, line in
      driver.demandLinks[line].map {
        (position, "\(name)/demand/\(line)", $0, arena.latentRow())
      }
    }
    lines = links.map(\.line)
  }

  func begin(at draws: Draws) {
    persistence = coefficients.sample(
      driver.persistence, named: "\(name)/persistence", at: draws, into: rows[2])
    innovationScale = coefficients.innovationScale(
      of: driver.persistence, named: "\(name)/persistence", at: draws, into: rows[3])
    beginParts(at: draws)
    setStart(at: draws)
  }

  /// Draws the coefficients of `y = μ + Σ β·d + s·z`.
  private func beginParts(at draws: Draws) {
    parts = WeightedRows()
    for link in links {
      parts.append(
        state,  // stands for the surprise, a row of its own in every month
        times: coefficients.sample(link.parameter, named: link.name, at: draws, into: link.row))
    }
    let spread = coefficients.sample(
      driver.spread, named: "\(name)/spread", at: draws, into: rows[1])
    parts.append(state, times: spread)
    switch coefficients.sample(driver.level, named: "\(name)/level", at: draws, into: rows[0]) {
    case .constant(let level): constant = level
    case .row(let level):
      constant = 0
      parts.append(level, times: .constant(1))
    }
  }

  /// `z[t] = ρ·z[t−1] + √(1 − ρ²)·η`, from the month after the last one observed.
  func step(to month: Int, by innovation: borrowing WeightedRows) {
    guard month > -driver.start.months else { return }
    state.autoregress(persistence: persistence, innovation: innovation, spread: innovationScale)
  }

  /// `y = μ + λ·ramp + δ·drift + Σ β·d + s·z`.
  func fill(_ row: LatentRow, in month: Int, of world: World) {
    for position in lines.indices {
      parts.replaceRow(at: position, with: world.surprises[lines[position]][month - 1])
    }
    row.combine(constant + shifts[month - 1], parts)
  }

  private func setStart(at draws: Draws) {
    switch driver.start {
    case .zero: state.fill(0)
    case .observed(let value, _): state.fill(Float(value))
    case .stationary:
      draws.normals(of: driverHash("\(name)/start"), monthBlock: 0, into: normals)
      state.copy(normals[0])
    }
  }
}

extension PerformanceDriver {
  /// The learning curve and the trend: `λ·ramp + δ·drift`.
  ///
  /// The trend's monthly step halves every 24 months, so after t months it has added `δ/12 · (1 −
  /// q^t)/(1 − q)` with `q = 2^(−1/24)`.
  fileprivate func shift(in month: Int, goLive: Int) -> Double {
    let late = Double(month - goLive) / Double(max(learningMonths, 1))
    let ramp = month < goLive ? 1 : max(0, 1 - late)
    let q = pow(2, -1.0 / 24)
    let drift = (1 - pow(q, Double(month))) / (1 - q) / 12
    return learning * ramp + trend * drift
  }
}
