import Rows

/// Draws the coefficients of one metric of one provider, moves it through history, and writes how it
/// moves from then on.
final class MetricSampler {
  let driver: PerformanceDriver
  private let name: String
  /// What learning and trend add in each month; no months where there are none.
  private let shifts: [Float]
  private let coefficients: CoefficientSampler
  /// `s·z`, by how much attainment is off.
  private let state: LatentRow
  private let rows: [LatentRow]
  private let drawn: (level: DrawnParameter, spread: DrawnParameter, persistence: DrawnParameter)
  private let links: [(line: Int, drawn: DrawnParameter, row: LatentRow)]
  private var level = Coefficient.constant(0)
  private var spread = Coefficient.constant(0)
  private var persistence = Coefficient.constant(0)
  private var innovationSpread = Coefficient.constant(0)
  private var demandLinks: [Coefficient] = []

  init(
    _ driver: PerformanceDriver, of option: String, _ serviceLines: [String],
    _ assumptions: Assumptions, _ coefficients: CoefficientSampler, in arena: Arena
  ) {
    self.driver = driver
    let months = driver.learning == 0 && driver.trend == 0 ? 0 : assumptions.horizon
    shifts = (0..<months).map { Float(driver.shift(in: $0 + 1, goLive: assumptions.goLive)) }
    self.coefficients = coefficients
    name = driver.name(of: option)
    state = arena.latentRow()
    rows = arena.latentRows(4)
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
    let scale: Coefficient
    (persistence, scale) = coefficients.autoregression(
      of: drawn.persistence, at: draws, into: (rows[2], rows[3]))
    innovationSpread = scale.times(spread, into: rows[3])
    demandLinks = links.map { coefficients.sample($0.drawn, at: draws, into: $0.row) }
    setStart(at: draws)
  }

  /// `s·z[t] = ρ·(s·z[t−1]) + (s·√(1 − ρ²))·η`.
  func writeStep(by innovation: WeightedRows, into program: inout LatentProgram) {
    program.autoregress(
      state, persistence: persistence, innovation: innovation, spread: innovationSpread)
  }

  /// The links, where all of them are known.
  var knownLinks: SurpriseMixes.Links? {
    guard links.allSatisfy({ $0.drawn.parameter.error == 0 }) else { return nil }
    return links.map { ($0.line, $0.drawn.parameter.estimate) }
  }

  /// `Σ β·d`, term by term.
  func demandEffect(of surprises: [LatentRow]) -> WeightedRows {
    var parts = WeightedRows()
    for (link, coefficient) in zip(links, demandLinks) {
      parts.append(surprises[link.line], times: coefficient)
    }
    return parts
  }

  /// `y = μ + λ·ramp + δ·drift + s·z + Σ β·d`, the last being `demandEffect`.
  func writeAttainment(
    _ value: LatentRow, demandEffect: WeightedRows, into program: inout LatentProgram
  ) {
    var parts = demandEffect
    if case .row(let level) = level { parts.append(level, times: .constant(1)) }
    program.combine(value, constant(in: 1), from: state, parts)
  }

  /// What is the same in all futures of a month: `λ·ramp + δ·drift`, and μ where it is known.
  func constant(in month: Int) -> Float {
    let shift = hasShifts ? shifts[month - 1] : 0
    return if case .constant(let level) = level { level + shift } else { shift }
  }

  /// Whether learning or trend make the months differ.
  var hasShifts: Bool { !shifts.isEmpty }

  private func setStart(at draws: Draws) {
    switch driver.start {
    case .zero: state.fill(0)
    case .observed(let value, _): state.fill(Float(value))
    case .stationary: draws.normal(of: driverHash("\(name)/start"), into: state)
    }
    state.multiply(by: spread)
  }
}
