import Glibc
import Rows

/// Runs the demand of one service line through a block of futures.
final class DemandSampler {
  private let driver: DemandDriver
  private let coefficients: CoefficientSampler
  private let state: LatentRow
  private let variance: LatentRow
  private let growth: LatentRow
  private let steps: [LatentRow]
  private let shock: LatentRow
  private let uniforms: Quartet<Row>
  private let jumps: Quartet<LatentRow>
  private let work: Row
  private let latent: LatentRow
  private let rows: (persistence: LatentRow, spread: LatentRow, square: LatentRow)
  /// How the state moves in each month of a block.
  private var moves: [LatentRun] = []

  // The coefficients drawn for the current block.
  private var persistence = Coefficient.constant(0)
  private var persistenceSquared = Coefficient.constant(0)
  private var spread = Coefficient.constant(0)

  init(
    _ driver: DemandDriver, movedBy innovations: [WeightedRows], _ coefficients: CoefficientSampler,
    in arena: Arena
  ) {
    self.driver = driver
    self.coefficients = coefficients
    state = arena.latentRow()
    variance = arena.latentRow()
    growth = arena.latentRow()
    steps = arena.latentRows(driver.steps.count)
    shock = arena.latentRow()
    uniforms = arena.quartet()
    jumps = arena.latentQuartet()
    work = arena.row()
    latent = arena.latentRow()
    rows = (arena.latentRow(), arena.latentRow(), arena.latentRow())
    // The coefficients of all futures are the same rows and constants.
    drawCoefficients(at: Draws(seed: 0))
    moves = innovations.map { innovation in
      LatentRun {
        $0.autoregress(state, persistence: persistence, innovation: innovation, spread: spread)
      }
    }
  }

  /// Draws the coefficients and sets the state before the first month.
  func begin(at draws: Draws) {
    drawCoefficients(at: draws)
    drawGrowth(at: draws)
    for (position, name) in driver.stepNames.enumerated() {
      draw(driver.steps[position], named: name, into: steps[position], at: draws)
    }
    shock.fill(0)
    setStart(at: draws)
  }

  /// Moves to `month`; from month 1 on fills `surprise` and `volume`.
  func advance(to month: Int, at draws: Draws, surprise: LatentRow?, volume: Row?) {
    if month > -driver.start.months {
      moves[Draws.position(of: month).place].run()
      if driver.reading == .mean { advanceVariance() }
    }
    guard let surprise, let volume else { return }
    advanceShock(to: month, at: draws)
    fill(surprise, in: month)
    volume.widen(surprise)
    volume.exponentiate()
    volume.multiply(by: driver.forecast[month - 1])
  }

  /// `Var x[t] = φ²·Var x[t−1] + σ²`.
  private func advanceVariance() {
    latent.fill(spread)
    latent.multiply(by: spread)
    variance.multiply(by: persistenceSquared)
    variance.add(latent)
  }

  /// `d[t] = x − ½·Var x + γ·(t − 1)/12 + Σ steps + shock`.
  private func fill(_ surprise: LatentRow, in month: Int) {
    surprise.copy(state)
    if driver.reading == .mean { surprise.add(variance, times: -0.5) }
    surprise.add(growth, times: Float(Double(month - 1) / 12))
    for (row, step) in zip(steps, driver.steps) where month >= step.month { surprise.add(row) }
    if driver.shocks != nil { surprise.add(shock) }
  }

  private func drawCoefficients(at draws: Draws) {
    persistence = coefficients.sample(drawnPersistence, at: draws, into: rows.persistence)
    spread = coefficients.sample(
      DrawnParameter(driver.spread, named: "\(driver.name)/spread"), at: draws, into: rows.spread)
    switch persistence {
    case .constant(let phi): persistenceSquared = .constant(phi * phi)
    case .row(let phi):
      rows.square.copy(phi)
      rows.square.multiply(by: phi)
      persistenceSquared = .row(rows.square)
    }
  }

  /// The logarithm γ of yearly growth: normal around `log(1 + g)` with the stated error.
  private func drawGrowth(at draws: Draws) {
    let logarithm = Parameter(log(1 + driver.growth.estimate), error: driver.growth.error)
    growth.fill(
      coefficients.sample(
        DrawnParameter(logarithm, named: "\(driver.name)/growth"), at: draws, into: latent))
  }

  private var drawnPersistence: DrawnParameter {
    DrawnParameter(driver.persistence, named: "\(driver.name)/persistence")
  }

  /// `log(1 + size)` in the futures in which the change happens, 0 elsewhere.
  private func draw(
    _ step: DemandDriver.Step, named name: String, into row: LatentRow, at draws: Draws
  ) {
    draws.uniforms(of: driverHash(name), monthBlock: 0, into: uniforms)
    work.indicator(of: uniforms[0], .below, step.probability)
    work.multiply(by: log(1 + step.size))
    row.narrow(work)
  }

  private func setStart(at draws: Draws) {
    variance.fill(0)
    switch driver.start {
    case .zero: state.fill(0)
    case .observed(let value, _): state.fill(Float(value))
    case .stationary: setStationaryStart(at: draws)
    }
  }

  /// `x[0] = σ/√(1 − φ²) · ε₀`, and its variance.
  private func setStationaryStart(at draws: Draws) {
    let scale = coefficients.stationaryScale(of: drawnPersistence, at: draws, into: latent)
    variance.fill(spread)
    variance.multiply(by: scale)
    draws.normal(of: driverHash("\(driver.name)/start"), into: state)
    state.multiply(by: variance)
    variance.multiply(by: variance)
  }

  /// A shock arrives in a month if `U < 1 − exp(−λ/12)`; what was there before fades by δ.
  private func advanceShock(to month: Int, at draws: Draws) {
    guard let shocks = driver.shocks else { return }
    let (block, place) = Draws.position(of: month)
    if place == 0 {
      draws.uniforms(
        of: driverHash("\(driver.name)/shock/arrival"), monthBlock: block, into: uniforms)
      draws.normals(of: driverHash("\(driver.name)/shock/jump"), monthBlock: block, into: jumps)
    }
    work.indicator(of: uniforms[place], .below, 1 - exp(-shocks.perYear / 12))
    latent.narrow(work)
    jumps[place].multiply(by: Float(shocks.spread))
    jumps[place].add(Float(shocks.mean))
    shock.multiply(by: Float(shocks.persistence))
    shock.add(jumps[place], times: latent)
  }
}
