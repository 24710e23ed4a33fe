import Rows

/// Adds to the attainment of a share what measuring it of a sample adds.
struct MeasurementSampler {
  private let sample: PerformanceDriver.Sample
  private let line: Int?
  private let hash: UInt32
  private let normals: Quartet<LatentRow>
  private let share: Row
  private let cases: Row
  private let noise: LatentRow

  init(
    _ sample: PerformanceDriver.Sample, named name: String, serviceLines: [String],
    in arena: Arena
  ) {
    self.sample = sample
    line = if case .share(_, let line) = sample { serviceLines.firstIndex(of: line) } else { nil }
    hash = driverHash("\(name)/measurement")
    normals = arena.latentQuartet()
    share = arena.row()
    cases = arena.row()
    noise = arena.latentRow()
  }

  /// `y' = y + ε / √(n·a·(1 − a))`, the information `n·a·(1 − a)` not below ¼, that of one case.
  func fill(
    _ measured: LatentRow, from attainment: LatentRow, in month: Int, of world: World,
    at draws: Draws
  ) {
    let (block, place) = Draws.position(of: month)
    if place == 0 { draws.normals(of: hash, monthBlock: block, into: normals) }
    share.widen(attainment)
    share.logistic()
    fillCases(in: month, of: world)
    cases.multiply(by: share)
    share.complement()
    cases.multiply(by: share)
    cases.limit(atLeast: 0.25)
    cases.squareRoot()
    share.fill(1)
    share.divide(by: cases)
    noise.narrow(share)
    measured.copy(attainment)
    measured.add(normals[place], times: noise)
  }

  private func fillCases(in month: Int, of world: World) {
    switch sample {
    case .cases(let number): cases.fill(number)
    case .share(let part, _):
      guard let line else { return cases.fill(0) }
      cases.copy(world.volumes[line][month - 1])
      cases.multiply(by: part)
    }
  }
}
