import Rows

/// Runs all metrics of one provider through a block of futures.
final class PerformanceSampler {
  /// The attainment of each metric in the current month, on its link scale.
  let values: [LatentRow]

  /// What is measured of it: the same rows but where a metric is measured of a sample.
  let measured: [LatentRow]

  private let metrics: [MetricSampler]
  private let measurements: [(metric: Int, sampler: MeasurementSampler)]
  private let world: World
  /// The metrics that learning or trend move.
  private let shifting: [Int]
  private let normals: InnovationNormals
  /// How each metric moves on in the four months of a block of random numbers.
  private let moves: [LatentRun]
  /// What the attainment of each metric is made of; it follows the demand surprise of each service
  /// line from month to month.
  private let attainments: LatentRun
  private let serviceLines: Int
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
    measurements = performance.metrics.enumerated().compactMap { position, driver in
      driver.sample.map {
        let name = driver.name(of: option)
        return (position, MeasurementSampler($0, named: name, serviceLines: lines, in: arena))
      }
    }
    let normals = InnovationNormals(performance, of: option, in: arena)
    self.normals = normals
    // The coefficients of all futures are the same rows and constants.
    for metric in metrics { metric.begin(at: Draws(seed: 0)) }
    let metrics = metrics
    moves = (0..<4).map { place in
      var move = LatentProgram()
      for (metric, innovations) in zip(metrics, normals.innovations) {
        metric.writeStep(by: innovations[place], into: &move)
      }
      return LatentRun(move)
    }
    shifting = metrics.indices.filter { metrics[$0].hasShifts }
    let current = lines.indices.map { world.surprise($0, in: 1) }
    var parts = LatentProgram()
    for (metric, value) in zip(metrics, values) {
      metric.writeAttainment(value, surprises: current, into: &parts)
    }
    attainments = LatentRun(parts, following: current)
    serviceLines = lines.count
    firstMonth = 1 - (performance.metrics.map(\.start.months).max() ?? 0)
  }

  /// Draws the coefficients and runs the months between history and month 0.
  func begin(at draws: Draws) {
    self.draws = draws
    for metric in metrics { metric.begin(at: draws) }
    for month in firstMonth..<1 { step(to: month) }
  }

  /// Moves to `month`, from 1, and fills ``values``.
  func advance(to month: Int) {
    let place = drawNormals(for: month)
    moves[place].run()
    for line in 0..<serviceLines { attainments.follow(line, world.surprise(line, in: month)) }
    for position in shifting {
      attainments.setConstant(metrics[position].constant(in: month), ofStep: position)
    }
    attainments.run()
    for (position, sampler) in measurements {
      sampler.fill(
        measured[position], from: values[position], in: month, of: world, at: draws)
    }
  }

  /// Moves to `month` of history: each metric from the month after the last one observed.
  private func step(to month: Int) {
    let place = drawNormals(for: month)
    for (position, metric) in metrics.enumerated() where month > -metric.driver.start.months {
      moves[place].run(step: position)
    }
  }

  /// Draws the normals of a block with its first month, and says which of the four `month` is.
  private func drawNormals(for month: Int) -> Int {
    let (block, place) = Draws.position(of: month)
    if place == 0 || month == firstMonth { normals.draw(block: block, at: draws) }
    return place
  }
}

/// The normals that move the metrics of one provider in four months.
private struct InnovationNormals {
  /// What each metric moves by in each of the four months.
  let innovations: [[WeightedRows]]

  private let own: [Quartet<LatentRow>]
  private let ownHashes: [UInt32]
  private let common: [(metric: Int, hash: UInt32, share: Double)]
  private let commonRows: Quartet<LatentRow>

  init(_ performance: Performance, of option: String, in arena: Arena) {
    own = performance.metrics.map { _ in arena.latentQuartet() }
    ownHashes = performance.metrics.map { driverHash($0.name(of: option)) }
    common = performance.metrics.enumerated().compactMap { position, driver in
      guard driver.commonShare > 0 else { return nil }
      return (position, driverHash("common/\(driver.metric)"), driver.commonShare)
    }
    commonRows = arena.latentQuartet()
    innovations = correlated(own, by: performance.correlation.factor)
  }

  /// Draws `√(1 − c) · ξ + √c · f` for each metric and month of the block.
  ///
  /// The correlation of a provider's own metrics is the one stated, whatever part is common.
  func draw(block: Int, at draws: Draws) {
    for position in own.indices {
      draws.normals(of: ownHashes[position], monthBlock: block, into: own[position])
    }
    for (position, hash, share) in common {
      draws.normals(of: hash, monthBlock: block, into: commonRows)
      for place in 0..<4 {
        own[position][place].multiply(by: Float((1 - share).squareRoot()))
        own[position][place].add(commonRows[place], times: Float(share.squareRoot()))
      }
    }
  }
}
