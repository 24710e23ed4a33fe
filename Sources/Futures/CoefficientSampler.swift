import Glibc
import Rows

/// Draws the coefficients of drivers, once per future.
struct CoefficientSampler {
  private let normals: Quartet<LatentRow>
  private let work: Row
  private let other: Row

  init(in arena: Arena) {
    normals = arena.latentQuartet()
    work = arena.row()
    other = arena.row()
  }

  /// The coefficient `parameter` of the driver called `name`: a constant where it is known, and
  /// otherwise `row` filled with its draws.
  func sample(
    _ parameter: Parameter, named name: @autoclosure () -> String, at draws: Draws,
    into row: LatentRow
  ) -> Coefficient {
    guard parameter.error > 0 else { return .constant(Float(parameter.estimate)) }
    drawUnconstrained(parameter, named: name(), at: draws)
    switch parameter.scale {
    case .identity: break
    case .log: work.exponentiate()
    case .atanh: constrainToUnitInterval()
    }
    row.narrow(work)
    return .row(row)
  }

  /// The scale `√(1 − ρ²)` of the innovations that give an AR(1) of persistence ρ = tanh a unit
  /// variance: `1 / cosh a`.
  func innovationScale(
    of parameter: Parameter, named name: @autoclosure () -> String, at draws: Draws,
    into row: LatentRow
  ) -> Coefficient {
    let rho = parameter.estimate
    guard parameter.error > 0 else { return .constant(Float((1 - rho * rho).squareRoot())) }
    drawUnconstrained(parameter, named: name(), at: draws)
    hyperbolicCosine()
    other.fill(1)
    other.divide(by: work)
    row.narrow(other)
    return .row(row)
  }

  /// The stationary spread of an AR(1) per unit of innovation spread, `1 / √(1 − φ²) = cosh a`.
  func stationaryScale(
    of parameter: Parameter, named name: @autoclosure () -> String, at draws: Draws,
    into row: LatentRow
  ) -> Coefficient {
    let phi = parameter.estimate
    guard parameter.error > 0 else { return .constant(Float(1 / (1 - phi * phi).squareRoot())) }
    drawUnconstrained(parameter, named: name(), at: draws)
    hyperbolicCosine()
    row.narrow(work)
    return .row(row)
  }

  private func drawUnconstrained(_ parameter: Parameter, named name: String, at draws: Draws) {
    let centre =
      switch parameter.scale {
      case .identity: parameter.estimate
      case .log: log(parameter.estimate)
      case .atanh: atanh(parameter.estimate)
      }
    draws.normals(of: driverHash(name), monthBlock: 0, into: normals)
    work.widen(normals[0])
    work.multiply(by: parameter.error)
    work.add(centre)
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
