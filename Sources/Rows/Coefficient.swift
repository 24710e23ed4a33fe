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

  /// self = persistence × self + spread × innovation.
  @inlinable @inline(__always)
  public func autoregress(
    persistence: Coefficient,
    innovation: LatentRow,
    spread: Coefficient
  ) {
    let z = unsafe innovation.lanes
    switch (persistence, spread) {
    case (.constant(let a), .constant(let b)): unsafe rows_latent_autoregress_cc(lanes, a, z, b)
    case (.constant(let a), .row(let b)): unsafe rows_latent_autoregress_cr(lanes, a, z, b.lanes)
    case (.row(let a), .constant(let b)): unsafe rows_latent_autoregress_rc(lanes, a.lanes, z, b)
    case (.row(let a), .row(let b)): unsafe rows_latent_autoregress_rr(lanes, a.lanes, z, b.lanes)
    }
  }
}
