import Rows

/// Runs all metrics of one provider through a block of futures.
final class PerformanceSampler {
  private let metrics: [MetricSampler]
  /// The metrics that are measured of a sample, and the row of each in the current month.
  private let measurements: [(metric: Int, sampler: MeasurementSampler, sample: LatentRow)]
  private let world: World
  /// The metrics that learning or trend move.
  private let shifting: [Int]
  /// The normals of the four months of a block of random numbers, and then the attainments, on the
  /// link scale of each metric.
  private let normals: InnovationNormals
  /// How each metric moves on, and what its attainment is made of, month by month of a block; it
  /// follows the demand surprise of each service line in each of the four months.
  private let fourMonths: LatentRun
  /// Which latent of ``fourMonths`` is the attainment of each metric in each month of a block.
  private let attainments: [[Int]]
  private let serviceLines: Int
  /// How each metric moves in each month of a block of history; nothing where it has none to move in.
  private let history: [[LatentRun]]
  /// Which month of its block the current one is.
  private var place = 0
  private var draws = Draws(seed: 0)
  private let firstMonth: Int

  init(
    _ performance: Performance, of option: String, in world: World, _ assumptions: Assumptions,
    arena: Arena
  ) {
    let coefficients = CoefficientSampler(in: arena)
    let lines = assumptions.demand.map(\.serviceLine)
    self.world = world
    metrics = performance.metrics.map {
      MetricSampler($0, of: option, lines, assumptions, coefficients, in: arena)
    }
    measurements = performance.metrics.enumerated().compactMap { position, driver in
      driver.sample.map {
        let name = driver.name(of: option)
        let sampler = MeasurementSampler($0, named: name, serviceLines: lines, in: arena)
        return (position, sampler, arena.latentRow())
      }
    }
    let normals = InnovationNormals(performance, of: option, in: arena)
    self.normals = normals
    // The coefficients of all futures are the same rows and constants.
    for metric in metrics { metric.begin(at: Draws(seed: 0)) }
    let metrics = metrics
    shifting = metrics.indices.filter { metrics[$0].hasShifts }
    let surprises = (0..<4).map { place in
      lines.indices.map { world.surprise($0, in: min(1 + place, world.horizon)) }
    }
    let mixes = SurpriseMixes(metrics.map(\.knownLinks), in: arena)
    var fourMonths = LatentProgram()
    for place in 0..<4 { mixes.write(place, of: surprises[place], into: &fourMonths) }
    var attainments = metrics.map { _ in [Int]() }
    // A metric moves by its own normals and those of metrics before it, so the last comes first; with
    // the one before it, for two go side by side.
    for last in stride(from: metrics.count - 1, through: 0, by: -2) {
      let two = (max(last - 1, 0)...last).reversed()
      for place in 0..<4 {
        for position in two {
          metrics[position].writeStep(by: normals.innovations[position][place], into: &fourMonths)
        }
        for position in two {
          attainments[position].append(fourMonths.count)
          metrics[position].writeAttainment(
            normals.own[position][place],
            demandEffect: mixes.effect(on: position, in: place)
              ?? metrics[position].demandEffect(of: surprises[place]),
            into: &fourMonths)
        }
      }
    }
    history = metrics.indices.map { position in
      guard metrics[position].driver.start.months > 0 else { return [] }
      return normals.innovations[position].map { innovation in
        LatentRun { metrics[position].writeStep(by: innovation, into: &$0) }
      }
    }
    self.attainments = attainments
    self.fourMonths = LatentRun(fourMonths, following: surprises.flatMap(\.self))
    serviceLines = lines.count
    firstMonth = 1 - (performance.metrics.map(\.start.months).max() ?? 0)
  }

  /// Draws the coefficients and runs the months between history and month 0.
  func begin(at draws: Draws) {
    self.draws = draws
    for metric in metrics { metric.begin(at: draws) }
    for month in firstMonth..<1 { step(to: month) }
  }

  /// Moves to `month`, which is 1 or the next.
  func advance(to month: Int) {
    let (block, place) = Draws.position(of: month)
    self.place = place
    if place == 0 { fill(block: block) }
    for (position, sampler, sample) in measurements {
      sampler.fill(sample, from: value(position), in: month, of: world, at: draws)
    }
  }

  /// Puts the attainments of the four months of `block` in the place of its normals.
  ///
  /// Those beyond the horizon mean nothing.
  private func fill(block: Int) {
    normals.draw(block: block, at: draws)
    for place in 0..<4 {
      let month = min(4 * block + 1 + place, world.horizon)
      for line in 0..<serviceLines {
        fourMonths.follow(place * serviceLines + line, world.surprise(line, in: month))
      }
      for position in shifting {
        fourMonths.setConstant(
          metrics[position].constant(in: month), of: attainments[position][place])
      }
    }
    fourMonths.run()
  }

  /// The attainment of the metric at `position` in the current month, on its link scale.
  func value(_ position: Int) -> LatentRow { normals.own[position][place] }

  /// What is measured of it: the same row but where the metric is measured of a sample.
  func measured(_ position: Int) -> LatentRow {
    measurements.first { $0.metric == position }?.sample ?? value(position)
  }

  /// Moves to `month` of history: each metric from the month after the last one observed.
  private func step(to month: Int) {
    let place = drawNormals(for: month)
    for (position, metric) in metrics.enumerated() where month > -metric.driver.start.months {
      history[position][place].run()
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

  /// The rows of each metric in each month.
  let own: [Quartet<LatentRow>]
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
