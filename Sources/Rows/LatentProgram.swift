import CRows

/// Steps of latents that are taken in order, all by one call.
@safe
public struct LatentProgram {
  private var steps: [RowsStep] = unsafe []
  private var terms: [RowsTerm] = unsafe []

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

  /// Puts `c` in the place of the constant of the combination that is step `position`.
  public mutating func setConstant(_ c: Float, ofStep position: Int) {
    unsafe steps[position].constant = c
  }

  /// Where a program reads a row.
  public struct Places {
    fileprivate let terms: [Int]
  }

  /// Where `row` is read as a part of a combination.
  public func places(of row: LatentRow) -> Places {
    unsafe Places(terms: terms.indices.filter { unsafe terms[$0].row == row.lanes })
  }

  /// Reads `row` at `places` from now on.
  public mutating func read(_ row: LatentRow, at places: Places) {
    for term in places.terms { unsafe terms[term].row = UnsafePointer(row.lanes) }
  }

  /// Takes all steps.
  public func run() {
    unsafe steps.withUnsafeBufferPointer { steps in
      unsafe terms.withUnsafeBufferPointer { terms in
        unsafe rows_latent_run(steps.baseAddress, Int32(steps.count), terms.baseAddress)
      }
    }
  }

  /// Takes step `position` alone.
  public func run(step position: Int) {
    unsafe steps[position..<(position + 1)].withUnsafeBufferPointer { steps in
      unsafe terms.withUnsafeBufferPointer { terms in
        unsafe rows_latent_run(steps.baseAddress, 1, terms.baseAddress)
      }
    }
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
      is_autoregression: 1, first_term: Int32(firstTerm), terms: Int32(innovation.terms.count))
  }

  fileprivate static func combination(
    in row: LatentRow, _ c: Float, _ rows: WeightedRows, firstTerm: Int
  ) -> RowsStep {
    let none = unsafe Coefficient.constant(0).factor
    return unsafe RowsStep(
      row: row.lanes, persistence: none, spread: none, constant: c, is_autoregression: 0,
      first_term: Int32(firstTerm), terms: Int32(rows.terms.count))
  }

  /// Takes the step alone, whose terms are all those of `rows`.
  fileprivate func take(_ rows: WeightedRows) {
    var step = unsafe self
    unsafe rows.terms.withUnsafeBufferPointer { terms in
      unsafe rows_latent_run(&step, 1, terms.baseAddress)
    }
  }
}
