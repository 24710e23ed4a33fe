import Glibc
import Rows

/// A parameter and where it is drawn.
struct DrawnParameter {
  let parameter: Parameter
  /// The hash of the driver of its draws; of a constant, which has none, 0.
  let hash: UInt32

  /// The parameter `parameter` of the driver called `name`.
  init(_ parameter: Parameter, named name: @autoclosure () -> String) {
    self.parameter = parameter
    hash = parameter.error > 0 ? driverHash(name()) : 0
  }
}

/// Draws the coefficients of drivers, once per future.
struct CoefficientSampler {
  private let normal: LatentRow
  /// What was drawn, where more than one figure comes of it.
  private let unconstrained: Row
  private let work: Row
  private let other: Row

  init(in arena: Arena) {
    normal = arena.latentRow()
    unconstrained = arena.row()
    work = arena.row()
    other = arena.row()
  }

  /// The coefficient of `drawn`: a constant where it is known, and otherwise `row` filled with its
  /// draws.
  func sample(_ drawn: DrawnParameter, at draws: Draws, into row: LatentRow) -> Coefficient {
    let parameter = drawn.parameter
    guard parameter.error > 0 else { return .constant(Float(parameter.estimate)) }
    drawUnconstrained(drawn, at: draws)
    constrain(to: parameter.scale)
    row.narrow(work)
    return .row(row)
  }

  /// The persistence ρ = tanh a of an AR(1), and the scale `√(1 − ρ²)` of the innovations that give it
  /// a unit variance: `1 / cosh a`.
  func autoregression(
    of drawn: DrawnParameter, at draws: Draws, into rows: (persistence: LatentRow, scale: LatentRow)
  ) -> (persistence: Coefficient, scale: Coefficient) {
    let rho = drawn.parameter.estimate
    guard drawn.parameter.error > 0 else {
      return (.constant(Float(rho)), .constant(Float((1 - rho * rho).squareRoot())))
    }
    drawUnconstrained(drawn, at: draws)
    unconstrained.copy(work)
    constrain(to: drawn.parameter.scale)
    rows.persistence.narrow(work)
    work.copy(unconstrained)
    hyperbolicCosine()
    other.fill(1)
    other.divide(by: work)
    rows.scale.narrow(other)
    return (.row(rows.persistence), .row(rows.scale))
  }

  /// The stationary spread of an AR(1) per unit of innovation spread, `1 / √(1 − φ²) = cosh a`.
  func stationaryScale(
    of drawn: DrawnParameter, at draws: Draws, into row: LatentRow
  ) -> Coefficient {
    let phi = drawn.parameter.estimate
    guard drawn.parameter.error > 0 else {
      return .constant(Float(1 / (1 - phi * phi).squareRoot()))
    }
    drawUnconstrained(drawn, at: draws)
    hyperbolicCosine()
    row.narrow(work)
    return .row(row)
  }

  private func drawUnconstrained(_ drawn: DrawnParameter, at draws: Draws) {
    let parameter = drawn.parameter
    let centre =
      switch parameter.scale {
      case .identity: parameter.estimate
      case .log: log(parameter.estimate)
      case .atanh: atanh(parameter.estimate)
      }
    draws.normal(of: drawn.hash, into: normal)
    work.widen(normal)
    work.multiply(by: parameter.error)
    work.add(centre)
  }

  private func constrain(to scale: Parameter.Scale) {
    switch scale {
    case .identity: break
    case .log: work.exponentiate()
    case .atanh: constrainToUnitInterval()
    }
  }

  /// `tanh a = 2 / (1 + e^(−2a)) − 1`.
  private func constrainToUnitInterval() {
    work.multiply(by: 2)
    work.logistic()
    work.multiply(by: 2)
    work.add(-1)
  }

  /// `cosh a = (e^a + e^(−a)) / 2`.
  private func hyperbolicCosine() {
    work.exponentiate()
    other.fill(1)
    other.divide(by: work)
    work.add(other)
    work.multiply(by: 0.5)
  }
}
