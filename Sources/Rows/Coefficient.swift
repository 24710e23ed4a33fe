public import CRows

/// A parameter of a latent: one number, or one for each future where the parameter is uncertain.
public enum Coefficient {
  /// The same number in every future.
  case constant(Float)

  /// A number for each future.
  case row(LatentRow)
}

extension LatentRow {
  /// self = c.
  @inlinable @inline(__always) public func fill(_ c: Coefficient) {
    switch c {
    case .constant(let c): fill(c)
    case .row(let c): copy(c)
    }
  }

  /// self += c.
  @inlinable @inline(__always) public func add(_ c: Coefficient) {
    switch c {
    case .constant(let c): add(c)
    case .row(let c): add(c)
    }
  }

  /// self += other × c.
  @inlinable @inline(__always) public func add(_ other: LatentRow, times c: Coefficient) {
    switch c {
    case .constant(let c): add(other, times: c)
    case .row(let c): add(other, times: c)
    }
  }

  /// self ×= c.
  @inlinable @inline(__always) public func multiply(by c: Coefficient) {
    switch c {
    case .constant(let c): multiply(by: c)
    case .row(let c): multiply(by: c)
    }
  }

  /// self = persistence × self + spread × Σ factor × row.
  @inlinable @inline(__always)
  public func autoregress(
    persistence: Coefficient,
    innovation: borrowing WeightedRows,
    spread: Coefficient
  ) {
    unsafe run(
      RowsStep(
        row: lanes, persistence: persistence.factor, spread: spread.factor, constant: 0,
        is_autoregression: 1, first_term: 0, terms: Int32(innovation.terms.count)),
      innovation)
  }

  /// self = c + Σ factor × row.
  @inlinable @inline(__always)
  public func combine(_ c: Float, _ rows: borrowing WeightedRows) {
    let none = unsafe Coefficient.constant(0).factor
    unsafe run(
      RowsStep(
        row: lanes, persistence: none, spread: none, constant: c, is_autoregression: 0,
        first_term: 0, terms: Int32(rows.terms.count)),
      rows)
  }

  @inlinable @inline(__always)
  internal func run(_ step: RowsStep, _ rows: borrowing WeightedRows) {
    var step = unsafe step
    unsafe rows.terms.withUnsafeBufferPointer { terms in
      unsafe rows_latent_run(&step, 1, terms.baseAddress)
    }
  }
}

extension Coefficient {
  @inlinable @inline(__always) internal var factor: RowsFactor {
    switch self {
    case .constant(let c): unsafe RowsFactor(row: nil, constant: c)
    case .row(let row): unsafe RowsFactor(row: row.lanes, constant: 0)
    }
  }
}

/// Latent rows and the factor of each: a linear combination.
@safe
public struct WeightedRows {
  @usableFromInline internal var terms: [RowsTerm] = unsafe []

  /// Creates an empty combination.
  public init() {}

  /// Adds `row` with the factor `coefficient`.
  public mutating func append(_ row: LatentRow, times coefficient: Coefficient) {
    unsafe terms.append(RowsTerm(row: row.lanes, factor: coefficient.factor))
  }
}
