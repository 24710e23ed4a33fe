import Rows
import Testing

/// Seeds that every randomised test runs through; a failure names the one that failed.
let seeds: [UInt64] = [1, 2, 3, 20_260_101, 0xdead_beef]

/// SplitMix64 (Steele, Lea and Flood, OOPSLA 2014).
struct Dice: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }
}

/// An arena and the dice that fill its rows.
final class Workbench {
  let arena = Arena()
  var dice: Dice

  init(seed: UInt64) { dice = Dice(state: seed) }

  /// Rows do not keep their arena alive; this does, up to the place where it stands.
  func keep() { withExtendedLifetime(arena) {} }

  /// Half the lanes on a grid of quarters, so that ties happen; some at the ends of arithmetic.
  func number() -> Double {
    switch dice.next() % 16 {
    case 0: [0, -0.0, .infinity, -.infinity, .nan, 1e300][Int(dice.next() % 6)]
    case 1...8: Double(Int.random(in: -12...12, using: &dice)) / 4
    default: .random(in: -3...3, using: &dice)
    }
  }

  func row() -> Row {
    let row = arena.row()
    for lane in 0..<Lanes.count { row[lane] = number() }
    return row
  }

  func finiteRow(_ range: ClosedRange<Double>) -> Row {
    let row = arena.row()
    for lane in 0..<Lanes.count { row[lane] = .random(in: range, using: &dice) }
    return row
  }

  func latentRow() -> LatentRow {
    let row = arena.latentRow()
    for lane in 0..<Lanes.count { row[lane] = Float(number()) }
    return row
  }

  func wordRow() -> WordRow {
    let row = arena.wordRow()
    for lane in 0..<Lanes.count {
      row[lane] = UInt32(truncatingIfNeeded: dice.next() | dice.next())
    }
    return row
  }
}

extension Row {
  var values: [Double] { (0..<Lanes.count).map { self[$0] } }
}

extension LatentRow {
  var values: [Float] { (0..<Lanes.count).map { self[$0] } }
}

extension WordRow {
  var values: [UInt32] { (0..<Lanes.count).map { self[$0] } }
}

/// Equal bits, where all NaNs are one.
func same<F: BinaryFloatingPoint>(_ a: F, _ b: F) -> Bool {
  a == b ? a.sign == b.sign : a.isNaN && b.isNaN
}

/// Expects each lane to have the bits of the formula; reports the first that has not.
func expectLanes<F: BinaryFloatingPoint>(
  _ values: [F],
  of operation: String,
  seed: UInt64,
  sourceLocation: SourceLocation = #_sourceLocation,
  equal formula: (Int) -> F
) {
  guard let lane = values.indices.first(where: { !same(values[$0], formula($0)) }) else { return }
  Issue.record(
    "\(operation), seed \(seed), lane \(lane): \(values[lane]) is not \(formula(lane))",
    sourceLocation: sourceLocation
  )
}
