import Rows

/// Draws the coefficients of one metric of one provider, moves it through history, and writes how it
/// moves from then on.
final class MetricSampler {
  let driver: PerformanceDriver
  private let name: String
  /// What learning and trend add in each month.
  private let shifts: [Float]
  private let coefficients: CoefficientSampler
  private let state: LatentRow
  private let rows: [LatentRow]
  private let normals: Quartet<LatentRow>
  private let drawn: (level: DrawnParameter, spread: DrawnParameter, persistence: DrawnParameter)
  private let links: [(line: Int, drawn: DrawnParameter, row: LatentRow)]
  private var level = Coefficient.constant(0)
  private var spread = Coefficient.constant(0)
  private var persistence = Coefficient.constant(0)
  private var innovationScale = Coefficient.constant(1)
  private var demandLinks: [Coefficient] = []

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
    drawn = (
      DrawnParameter(driver.level, named: "\(name)/level"),
      DrawnParameter(driver.spread, named: "\(name)/spread"),
      DrawnParameter(driver.persistence, named: "\(name)/persistence")
    )
    links = serviceLines.enumerated().compactMap { position, line in
      driver.demandLinks[line].map {
        (position, DrawnParameter($0, named: "\(name)/demand/\(line)"), arena.latentRow())
      }
    }
  }

  /// Draws the coefficients and sets the state before the first month.
  func begin(at draws: Draws) {
    level = coefficients.sample(drawn.level, at: draws, into: rows[0])
    spread = coefficients.sample(drawn.spread, at: draws, into: rows[1])
    (persistence, innovationScale) = coefficients.autoregression(
      of: drawn.persistence, at: draws, into: (rows[2], rows[3]))
    demandLinks = links.map { coefficients.sample($0.drawn, at: draws, into: $0.row) }
    setStart(at: draws)
  }

  /// `z[t] = ρ·z[t−1] + √(1 − ρ²)·η`.
  func step(by innovation: WeightedRows) {
    state.autoregress(
      persistence: persistence, innovation: innovation, spread: innovationScale)
  }

  /// The same as a step of `program`.
  func writeStep(by innovation: WeightedRows, into program: inout LatentProgram) {
    program.autoregress(
      state, persistence: persistence, innovation: innovation, spread: innovationScale)
  }

  /// `y = μ + λ·ramp + δ·drift + Σ β·d + s·z`.
  func writeAttainment(
    _ value: LatentRow, surprises: [LatentRow], into program: inout LatentProgram
  ) {
    var parts = WeightedRows()
    for (link, coefficient) in zip(links, demandLinks) {
      parts.append(surprises[link.line], times: coefficient)
    }
    parts.append(state, times: spread)
    if case .row(let level) = level { parts.append(level, times: .constant(1)) }
    program.combine(value, constant(in: 1), parts)
  }

  /// What is the same in all futures of a month: `λ·ramp + δ·drift`, and μ where it is known.
  func constant(in month: Int) -> Float {
    if case .constant(let level) = level { level + shifts[month - 1] } else { shifts[month - 1] }
  }

  /// Whether learning or trend make the months differ.
  var hasShifts: Bool { driver.learning != 0 || driver.trend != 0 }

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
