import CRows

/// Steps of latents that are taken in order, all by one call.
@safe
public struct LatentProgram {
  internal private(set) var steps: [RowsStep] = unsafe []
  internal private(set) var terms: [RowsTerm] = unsafe []

  /// Creates a program without steps.
  public init() {}

  /// Adds the step `row = persistence × row + spread × Σ factor × innovation`.
  public mutating func autoregress(
    _ row: LatentRow, persistence: Coefficient, innovation: WeightedRows, spread: Coefficient
  ) {
    unsafe steps.append(
      .autoregression(of: row, persistence, innovation, spread, firstTerm: terms.count))
    unsafe terms += innovation.terms
  }

  /// Adds the step `row = c + Σ factor × row`.
  public mutating func combine(_ row: LatentRow, _ c: Float, _ rows: WeightedRows) {
    unsafe steps.append(.combination(in: row, c, rows, firstTerm: terms.count))
    unsafe terms += rows.terms
  }
}

extension LatentRow {
  /// self = persistence × self + spread × Σ factor × row.
  public func autoregress(
    persistence: Coefficient, innovation: WeightedRows, spread: Coefficient
  ) {
    unsafe RowsStep.autoregression(of: self, persistence, innovation, spread, firstTerm: 0)
      .take(innovation)
  }

  /// self = c + Σ factor × row.
  public func combine(_ c: Float, _ rows: WeightedRows) {
    unsafe RowsStep.combination(in: self, c, rows, firstTerm: 0).take(rows)
  }
}

extension RowsStep {
  fileprivate static func autoregression(
    of row: LatentRow, _ persistence: Coefficient, _ innovation: WeightedRows,
    _ spread: Coefficient, firstTerm: Int
  ) -> RowsStep {
    unsafe RowsStep(
      row: row.lanes, persistence: persistence.factor, spread: spread.factor, constant: 0,
      is_autoregression: 1,
      is_constant: persistence.isConstant && spread.isConstant && innovation.areConstant ? 1 : 0,
      first_term: Int32(firstTerm), terms: Int32(innovation.terms.count))
  }

  fileprivate static func combination(
    in row: LatentRow, _ c: Float, _ rows: WeightedRows, firstTerm: Int
  ) -> RowsStep {
    let none = unsafe Coefficient.constant(0).factor
    return unsafe RowsStep(
      row: row.lanes, persistence: none, spread: none, constant: c, is_autoregression: 0,
      is_constant: rows.areConstant ? 1 : 0, first_term: Int32(firstTerm),
      terms: Int32(rows.terms.count))
  }

  /// Takes the step alone, whose terms are all those of `rows`.
  fileprivate func take(_ rows: WeightedRows) {
    var step = unsafe self
    unsafe rows.terms.withUnsafeBufferPointer { terms in
      unsafe rows_latent_run(&step, 1, terms.baseAddress)
    }
  }
}
