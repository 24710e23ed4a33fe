import Rows

/// Runs all metrics of one provider through a block of futures.
final class PerformanceSampler {
  /// The attainment of each metric in the current month, on its link scale.
  let values: [LatentRow]

  /// What is measured of it: the same rows but where a metric is measured of a sample.
  let measured: [LatentRow]

  private let metrics: [MetricSampler]
  private let factor: [[Double]]
  private let world: World
  private let own: [Quartet<LatentRow>]
  private let common: [Quartet<LatentRow>?]
  private let ownHashes: [UInt32]
  private let commonHashes: [UInt32]
  private let innovation: LatentRow
  private var draws = Draws(seed: 0)
  private let firstMonth: Int

  init(
    _ performance: Performance, of option: String, in world: World, _ assumptions: Assumptions,
    arena: Arena
  ) {
    let coefficients = CoefficientSampler(in: arena)
    let lines = assumptions.demand.map(\.serviceLine)
    self.world = world
    factor = performance.correlation.factor
    values = arena.latentRows(performance.metrics.count)
    metrics = performance.metrics.map {
      MetricSampler(
        $0, of: option, serviceLines: lines, goLive: assumptions.goLive, coefficients, in: arena)
    }
    measured = zip(performance.metrics, values).map {
      $0.sample == nil ? $1 : arena.latentRow()
    }
    own = metrics.map { _ in arena.latentQuartet() }
    common = performance.metrics.map { $0.commonShare > 0 ? arena.latentQuartet() : nil }
    ownHashes = performance.metrics.map { driverHash($0.name(of: option)) }
    commonHashes = performance.metrics.map { driverHash("common/\($0.metric)") }
    innovation = arena.latentRow()
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
      correlate(position, place)
      metric.step(to: month, by: innovation)
    }
  }

  /// Draws `√(1 − c) · ξ + √c · f` for each metric and month of the block.
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

  /// `η_i = Σ_{j ≤ i} L_ij · (√(1 − c_j) · ξ_j + √c_j · f_j)`: the correlation of a provider's own
  /// metrics is the one stated, whatever part of an innovation is common.
  private func correlate(_ i: Int, _ place: Int) {
    innovation.fill(0)
    for j in 0...i where factor[i][j] != 0 {
      innovation.add(own[j][place], times: Float(factor[i][j]))
    }
  }
}

/// Runs one metric of one provider through a block of futures.
private final class MetricSampler {
  let driver: PerformanceDriver
  private let name: String
  private let goLive: Int
  private let coefficients: CoefficientSampler
  private let state: LatentRow
  private let rows: [LatentRow]
  private let normals: Quartet<LatentRow>
  private let links: [(line: Int, name: String, parameter: Parameter, row: LatentRow)]
  let measurement: MeasurementSampler?
  private var level = Coefficient.constant(0)
  private var spread = Coefficient.constant(0)
  private var persistence = Coefficient.constant(0)
  private var innovationScale = Coefficient.constant(1)
  private var demandLinks: [(line: Int, coefficient: Coefficient)] = []

  init(
    _ driver: PerformanceDriver, of option: String, serviceLines: [String], goLive: Int,
    _ coefficients: CoefficientSampler, in arena: Arena
  ) {
    self.driver = driver
    self.goLive = goLive
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
  }

  func begin(at draws: Draws) {
    level = coefficients.sample(driver.level, named: "\(name)/level", at: draws, into: rows[0])
    spread = coefficients.sample(driver.spread, named: "\(name)/spread", at: draws, into: rows[1])
    persistence = coefficients.sample(
      driver.persistence, named: "\(name)/persistence", at: draws, into: rows[2])
    innovationScale = coefficients.innovationScale(
      of: driver.persistence, named: "\(name)/persistence", at: draws, into: rows[3])
    demandLinks = links.map {
      ($0.line, coefficients.sample($0.parameter, named: $0.name, at: draws, into: $0.row))
    }
    setStart(at: draws)
  }

  /// `z[t] = ρ·z[t−1] + √(1 − ρ²)·η`, from the month after the last one observed.
  func step(to month: Int, by innovation: LatentRow) {
    guard month > -driver.start.months else { return }
    state.autoregress(persistence: persistence, innovation: innovation, spread: innovationScale)
  }

  /// `y = μ + λ·ramp + δ·drift + Σ β·d + s·z`.
  func fill(_ row: LatentRow, in month: Int, of world: World) {
    row.fill(level)
    let shift = driver.shift(in: month, goLive: goLive)
    if shift != 0 { row.add(Float(shift)) }
    for (line, coefficient) in demandLinks {
      row.add(world.surprises[line][month - 1], times: coefficient)
    }
    row.add(state, times: spread)
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
