import CRows

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
}

extension Coefficient {
  /// The product with `other`: a constant where both are, and otherwise `row`, into which it is
  /// written; `row` may be that of this coefficient, not of `other`.
  public func times(_ other: Coefficient, into row: LatentRow) -> Coefficient {
    if case (.constant(let a), .constant(let b)) = (self, other) { return .constant(a * b) }
    row.fill(self)
    row.multiply(by: other)
    return .row(row)
  }

  internal var factor: RowsFactor {
    switch self {
    case .constant(let c): unsafe RowsFactor(row: nil, constant: c)
    case .row(let row): unsafe RowsFactor(row: row.lanes, constant: 0)
    }
  }

  internal var isConstant: Bool { if case .constant = self { true } else { false } }
}

extension RowsFactor {
  /// The factor where there is nothing to multiply.
  internal static var none: RowsFactor { unsafe RowsFactor(row: nil, constant: 0) }
}

/// Latent rows and the factor of each: a linear combination.
@safe
public struct WeightedRows {
  internal private(set) var terms: [RowsTerm] = unsafe []

  /// Whether no factor is a row.
  internal private(set) var areConstant = true

  /// Creates an empty combination.
  public init() {}

  /// Adds `row` with the factor `coefficient`.
  public mutating func append(_ row: LatentRow, times coefficient: Coefficient) {
    areConstant = areConstant && coefficient.isConstant
    unsafe terms.append(
      RowsTerm(row: row.lanes, first: coefficient.factor, second: .none, share: ROWS_FIRST))
  }

  /// Multiplies every factor by `c`.
  ///
  /// - Precondition: no factor is a row.
  internal mutating func multiply(by c: Float) {
    precondition(areConstant, "a row is not multiplied here")
    for position in unsafe terms.indices { unsafe terms[position].first.constant *= c }
  }
}
