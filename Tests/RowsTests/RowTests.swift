import Rows
import Testing

/// An operation on the row s with the operands a and b, and its formula in one lane.
private struct Law: Sendable {
  let name: String
  let act: @Sendable (Row, Row, Row) -> Void
  let formula: @Sendable (Double, Double, Double) -> Double

  init(
    _ name: String,
    _ act: @escaping @Sendable (Row, Row, Row) -> Void,
    _ formula: @escaping @Sendable (Double, Double, Double) -> Double
  ) {
    self.name = name
    self.act = act
    self.formula = formula
  }

  func expectToHold(seed: UInt64) {
    let bench = Workbench(seed: seed)
    defer { bench.keep() }
    let (s, a, b) = (bench.row(), bench.row(), bench.row())
    let (old, x, y) = (s.values, a.values, b.values)
    act(s, a, b)
    expectLanes(s.values, of: name, seed: seed) { formula(old[$0], x[$0], y[$0]) }
    #expect(zip(a.values, x).allSatisfy(same), "\(name) changed an operand, seed \(seed)")
  }

  func expectToHoldInPlace(seed: UInt64) {
    let bench = Workbench(seed: seed)
    defer { bench.keep() }
    let s = bench.row()
    let old = s.values
    act(s, s, s)
    expectLanes(s.values, of: "\(name) in place", seed: seed) {
      formula(old[$0], old[$0], old[$0])
    }
  }
}

private func lesser(_ x: Double, _ bound: Double) -> Double { bound < x ? bound : x }
private func greater(_ x: Double, _ bound: Double) -> Double { bound > x ? bound : x }
private func positive(_ x: Double) -> Double { 0 > x ? 0 : x }

private let arithmetic = [
  Law("fill", { s, _, _ in s.fill(0.1) }, { _, _, _ in 0.1 }),
  Law("copy", { s, a, _ in s.copy(a) }, { _, a, _ in a }),
  Law("add", { s, a, _ in s.add(a) }, { s, a, _ in s + a }),
  Law("add constant", { s, _, _ in s.add(0.1) }, { s, _, _ in s + 0.1 }),
  Law("subtract", { s, a, _ in s.subtract(a) }, { s, a, _ in s - a }),
  Law("multiply", { s, a, _ in s.multiply(by: a) }, { s, a, _ in s * a }),
  Law("multiply constant", { s, _, _ in s.multiply(by: 0.1) }, { s, _, _ in s * 0.1 }),
  Law("divide", { s, a, _ in s.divide(by: a) }, { s, a, _ in s / a }),
  Law("complement", { s, _, _ in s.complement() }, { s, _, _ in 1 - s }),
  Law("add scaled", { s, a, _ in s.add(a, times: 0.1) }, { s, a, _ in s + a * 0.1 }),
  Law("add indexed", { s, a, b in s.add(a, times: 0.1, b) }, { s, a, b in s + a * 0.1 * b }),
  Law("add a multiple", { s, a, _ in s.add(0.1, times: a) }, { s, a, _ in s + a * 0.1 }),
]

private let limits = [
  Law("at most", { s, a, _ in s.limit(atMost: a) }, { s, a, _ in lesser(s, a) }),
  Law("at least", { s, a, _ in s.limit(atLeast: a) }, { s, a, _ in greater(s, a) }),
  Law("at least constant", { s, _, _ in s.limit(atLeast: 0.5) }, { s, _, _ in greater(s, 0.5) }),
  Law(
    "shortfall",
    { s, a, b in s.setShortfall(of: a, below: b, times: 0.1) },
    { _, a, b in positive(b * 0.1 - a) }
  ),
  Law("clip", { s, _, _ in s.clip(-1, 1.25) }, { s, _, _ in lesser(greater(s, -1), 1.25) }),
]

private let bands = [
  Law(
    "two bands",
    { s, a, _ in s.add(twoBands, of: a, times: nil) },
    { s, a, _ in s + (0.3 * lesser(positive(a - -0.25), 1.75) + 0.7 * positive(a - 1.5)) }
  ),
  Law(
    "indexed bands",
    { s, a, b in s.add(twoBands, of: a, times: b) },
    { s, a, b in s + (0.3 * lesser(positive(a - -0.25), 1.75) + 0.7 * positive(a - 1.5)) * b }
  ),
  Law(
    "three open bands from 0",
    { s, a, b in s.add(tiers, of: a, times: b) },
    { s, a, b in
      let (all, first, second) = (positive(a), lesser(positive(a), 0.5), lesser(positive(a), 1.25))
      return s + ((0.3 * first + 0.7 * (second - first)) + -0.2 * (all - second)) * b
    }
  ),
  Law(
    "outside",
    { s, a, _ in s.addOutside(of: a, over: 0.5, rate: 0.3, under: 0.25, rate: -0.7, times: nil) },
    { s, a, _ in s + (0.3 * positive(a - 0.5) + -0.7 * positive(0.25 - a)) }
  ),
  Law(
    "indexed outside",
    { s, a, b in s.addOutside(of: a, over: 0.5, rate: 0.3, under: 0.25, rate: -0.7, times: b) },
    { s, a, b in s + (0.3 * positive(a - 0.5) + -0.7 * positive(0.25 - a)) * b }
  ),
  Law(
    "beyond",
    { s, a, _ in s.addBeyond(of: a, baseline: 0.5, above: 0.75, rate: 0.3, times: nil) },
    { s, a, _ in s + (a > 0.75 ? 0.3 * (a - 0.5) : 0) }
  ),
  Law(
    "indexed beyond",
    { s, a, b in s.addBeyond(of: a, baseline: 0.5, above: 0.75, rate: 0.3, times: b) },
    { s, a, b in s + (a > 0.75 ? 0.3 * (a - 0.5) : 0) * b }
  ),
  Law(
    "below",
    { s, a, _ in s.addBelow(of: a, baseline: 0.5, below: 0.25, rate: 0.3, times: nil) },
    { s, a, _ in s + (a < 0.25 ? 0.3 * (0.5 - a) : 0) }
  ),
  Law(
    "indexed below",
    { s, a, b in s.addBelow(of: a, baseline: 0.5, below: 0.25, rate: 0.3, times: b) },
    { s, a, b in s + (a < 0.25 ? 0.3 * (0.5 - a) : 0) * b }
  ),
]

private let twoBands = {
  var bands = Bands(from: -0.25)
  bands.append(rate: 0.3, to: 1.5)
  bands.append(rate: 0.7, to: .infinity)
  return bands
}()

private let tiers = {
  var bands = Bands(from: 0)
  for (rate, end) in [(0.3, 0.5), (0.7, 1.25), (-0.2, .infinity)] {
    bands.append(rate: rate, to: end)
  }
  return bands
}()

private let indicators = [
  Law("below row", { s, a, b in s.indicator(of: a, .below, b) }, { _, a, b in a < b ? 1 : 0 }),
  Law("at most row", { s, a, b in s.indicator(of: a, .atMost, b) }, { _, a, b in a <= b ? 1 : 0 }),
  Law("above row", { s, a, b in s.indicator(of: a, .above, b) }, { _, a, b in a > b ? 1 : 0 }),
  Law(
    "at least row",
    { s, a, b in s.indicator(of: a, .atLeast, b) },
    { _, a, b in a >= b ? 1 : 0 }
  ),
  Law(
    "below 1/4",
    { s, a, _ in s.indicator(of: a, .below, 0.25) },
    { _, a, _ in a < 0.25 ? 1 : 0 }
  ),
  Law(
    "at most",
    { s, a, _ in s.indicator(of: a, .atMost, 0.25) },
    { _, a, _ in a <= 0.25 ? 1 : 0 }
  ),
  Law(
    "above 1/4",
    { s, a, _ in s.indicator(of: a, .above, 0.25) },
    { _, a, _ in a > 0.25 ? 1 : 0 }
  ),
  Law(
    "at least",
    { s, a, _ in s.indicator(of: a, .atLeast, 0.25) },
    { _, a, _ in a >= 0.25 ? 1 : 0 }
  ),
]

@Test(arguments: seeds)
func rounding_down_is_the_floor(seed: UInt64) {
  let bench = Workbench(seed: seed)
  defer { bench.keep() }
  for row in [bench.row(), bench.finiteRow(-1e6...1e6), bench.finiteRow(-2e15...2e15)] {
    let old = row.values
    row.roundDown(by: bench.row())
    for lane in 0..<Lanes.count where !(abs(old[lane]) > 0x1p51) {
      let floor = old[lane].rounded(.down)
      #expect(row[lane] == floor || (row[lane].isNaN && floor.isNaN), "\(old[lane])")
    }
  }
}

@Test(arguments: seeds)
func row_operations_have_the_bits_of_their_formulas(seed: UInt64) {
  for law in arithmetic + limits + bands + indicators { law.expectToHold(seed: seed) }
}

@Test(arguments: seeds)
func row_operations_may_be_in_place(seed: UInt64) {
  for law in arithmetic + limits + bands + indicators { law.expectToHoldInPlace(seed: seed) }
}

@Test func widening_is_exact() {
  let bench = Workbench(seed: 7)
  defer { bench.keep() }
  let (row, latent) = (bench.row(), bench.latentRow())
  row.widen(latent)
  expectLanes(row.values, of: "widen", seed: 7) { Double(latent[$0]) }
}

@Test(arguments: seeds)
func posts_are_added_one_after_another(seed: UInt64) {
  let bench = Workbench(seed: seed)
  defer { bench.keep() }
  let (s, a, b, plain) = (bench.row(), bench.row(), bench.row(), bench.row())
  var posts = Posts()
  posts.append(a, weight: b, discount: 0.1)
  posts.append(b, weight: nil, discount: 0.7)
  let (old, oldPlain) = (s.values, plain.values)
  posts.add(to: s, plain: plain)
  expectLanes(s.values, of: "sum", seed: seed) { (old[$0] + (a[$0] * b[$0]) * 0.1) + b[$0] * 0.7 }
  expectLanes(plain.values, of: "plain", seed: seed) { (oldPlain[$0] + a[$0] * b[$0]) + b[$0] }
  let before = s.values
  posts.removeAll()
  posts.add(to: s)
  expectLanes(s.values, of: "no posts", seed: seed) { before[$0] }
}
