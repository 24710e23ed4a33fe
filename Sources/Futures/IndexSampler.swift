import Rows

/// Runs one index through a block of futures.
final class IndexSampler {
  private let driver: IndexDriver
  private let coefficients: CoefficientSampler
  /// The logarithm of the level (geometric) or the yearly rate's deviation (mean-reverting).
  private let state: Row
  private let rate: LatentRow
  private let step: LatentRow
  private let level: Row
  private let work: Row
  private let rows: (persistence: LatentRow, spread: LatentRow)
  /// How the rate moves in each month of a block, or how far the logarithm of the level steps.
  private var moves: [LatentRun] = []

  // The coefficients drawn for the current block.
  private var persistence = Coefficient.constant(0)
  private var spread = Coefficient.constant(0)

  init(
    _ driver: IndexDriver, movedBy innovations: [WeightedRows], _ coefficients: CoefficientSampler,
    in arena: Arena
  ) {
    self.driver = driver
    self.coefficients = coefficients
    state = arena.row()
    rate = arena.latentRow()
    step = arena.latentRow()
    level = arena.row()
    work = arena.row()
    rows = (arena.latentRow(), arena.latentRow())
    // The coefficients of all futures are the same rows and constants.
    begin(at: Draws(seed: 0))
    moves = innovations.map { innovation in
      LatentRun {
        switch driver.law {
        case .geometric: $0.combine(step, 0, innovation)
        case .meanReverting:
          $0.autoregress(rate, persistence: persistence, innovation: innovation, spread: spread)
        }
      }
    }
  }

  /// Draws the coefficients and sets the level to that before month 1.
  func begin(at draws: Draws) {
    state.fill(0)
    rate.fill(0)
    level.fill(driver.startLevel)
    switch driver.law {
    case .geometric(_, let spread): drawSpread(spread, at: draws)
    case .meanReverting(_, let persistence, let spread):
      self.persistence = coefficients.sample(
        DrawnParameter(persistence, named: "\(driver.name)/persistence"), at: draws,
        into: rows.persistence)
      drawSpread(spread, at: draws)
    }
  }

  /// Moves to `month` and copies the level reached to `row`.
  func advance(to month: Int, level row: Row) {
    moves[Draws.position(of: month).place].run()
    switch driver.law {
    case .geometric(let drift, _): walk(drift)
    case .meanReverting(let drift, _, _):
      if month > 1 && (month - 1).isMultiple(of: 12) { grow(by: drift) }
    }
    row.copy(level)
  }

  private func drawSpread(_ spread: Parameter, at draws: Draws) {
    self.spread = coefficients.sample(
      DrawnParameter(spread, named: "\(driver.name)/spread"), at: draws, into: rows.spread)
  }

  /// `log i += (μ − ½σ²)/12 + σ/√12 · η`.
  private func walk(_ drift: Double) {
    rate.fill(spread)
    work.widen(rate)
    state.add(drift / 12)
    state.add(work, times: -0.5 / 12, work)
    rate.multiply(by: step)
    work.widen(rate)
    state.add(work, times: 1 / 12.0.squareRoot())
    level.copy(state)
    level.exponentiate()
    if driver.startLevel != 1 { level.multiply(by: driver.startLevel) }
  }

  /// `i *= 1 + μ + r`.
  private func grow(by drift: Double) {
    work.widen(rate)
    work.add(1 + drift)
    level.multiply(by: work)
  }
}
