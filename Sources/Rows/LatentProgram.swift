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
      RowsStep(
        row: row.lanes, persistence: persistence.factor, spread: spread.factor, constant: 0,
        is_autoregression: 1, first_term: Int32(terms.count), terms: Int32(innovation.terms.count)))
    unsafe terms += innovation.terms
  }

  /// Adds the step `row = c + Σ factor × row`.
  public mutating func combine(_ row: LatentRow, _ c: Float, _ rows: WeightedRows) {
    let none = Coefficient.constant(0)
    unsafe steps.append(
      RowsStep(
        row: row.lanes, persistence: none.factor, spread: none.factor, constant: c,
        is_autoregression: 0, first_term: Int32(terms.count), terms: Int32(rows.terms.count)))
    unsafe terms += rows.terms
  }

  /// Puts `c` in the place of the constant of the combination that is step `position`.
  public mutating func setConstant(_ c: Float, ofStep position: Int) {
    unsafe steps[position].constant = c
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
