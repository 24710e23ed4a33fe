import Glibc
import Testing

@testable import Rows

#if arch(x86_64)
  private typealias Wide = Float80
#else
  private typealias Wide = Double
#endif

/// The distance of `value` from `truth` in units of the last place of `truth`.
private func ulps<F: BinaryFloatingPoint>(_ value: F, _ truth: Wide) -> Double {
  Double(abs(Wide(value) - truth) / Wide(F(truth).ulp))
}

private func exponentials(of arguments: [Double], _ act: (Row) -> Void) -> [Double] {
  let arena = Arena()
  defer { withExtendedLifetime(arena) {} }
  let row = arena.row()
  var results: [Double] = []
  for start in stride(from: 0, to: arguments.count, by: Lanes.count) {
    let part = arguments[start..<min(start + Lanes.count, arguments.count)]
    for (lane, x) in part.enumerated() { row[lane] = x }
    act(row)
    results += row.values.prefix(part.count)
  }
  return results
}

private func arguments(seed: UInt64, in range: ClosedRange<Double>) -> [Double] {
  var dice = Dice(state: seed)
  return (0..<(200 * Lanes.count)).map { _ in .random(in: range, using: &dice) }
}

private let ends: [Double] = [
  0, -0.0, 1, 709.782712893384, 709.7827128933841, 710, 1e308, .infinity, -708.3, -708.4, -740,
  -745.13, -745.14, -746, -1e308, -.infinity, .nan, .leastNonzeroMagnitude,
]

@Test(arguments: seeds)
func exponentials_are_within_one_ulp(seed: UInt64) {
  for range in [-700...700.0, -1...1, -40...40] {
    let x = arguments(seed: seed, in: range)
    let worst = zip(exponentials(of: x) { $0.exponentiate() }, x).map { ulps($0, exp(Wide($1))) }
    #expect(worst.reduce(0, max) <= 1, "seed \(seed), \(range)")
  }
}

@Test(arguments: seeds)
func exponentials_have_the_bits_of_the_scalar_reference(seed: UInt64) {
  let x = arguments(seed: seed, in: -760...760) + ends
  let results = exponentials(of: x) { $0.exponentiate() }
  #expect(zip(results, x).allSatisfy { same($0, Portable.exponential($1)) }, "seed \(seed)")
}

@Test func exponentials_end_in_zero_and_infinity() {
  for (result, x) in zip(exponentials(of: ends) { $0.exponentiate() }, ends) {
    let truth = Double(exp(Wide(x)))
    let close = same(result, truth) || abs(result - truth) <= truth.ulp
    #expect(close && result.isFinite == truth.isFinite, "exp(\(x)) is not \(result)")
  }
}

@Test(arguments: seeds)
func logistics_are_within_three_ulps(seed: UInt64) {
  for range in [-700...700.0, -40...40, -2...2] {
    let x = arguments(seed: seed, in: range)
    let results = exponentials(of: x) { $0.logistic() }
    let worst = zip(results, x).map { ulps($0, 1 / (1 + exp(-Wide($1)))) }.reduce(0, max)
    #expect(worst <= 3, "seed \(seed), \(range)")
  }
  let edges = exponentials(of: [-.infinity, -1000, 0, 1000, .infinity]) { $0.logistic() }
  #expect(edges == [0, 0, 0.5, 1, 1])
}

/// Words at every scale of the uniform, the ends among them.
private func words(seed: UInt64) -> [UInt32] {
  var dice = Dice(state: seed)
  let random = (0..<200_000).map { UInt32(truncatingIfNeeded: dice.next()) >> ($0 % 32) }
  return [0, 1, 2, 3, .max, .max - 1] + random + random.map { ~$0 }
}

@Test(arguments: seeds)
func logarithms_are_within_three_ulps(seed: UInt64) {
  let worst = words(seed: seed).map { word in
    let u = Wide(BoxMuller.scaledUniform(word)) / 0x1p31
    return ulps(BoxMuller.minusTwoLogOfUniform(word), -2 * log(u))
  }
  #expect(worst.reduce(0, max) <= 3, "seed \(seed)")
}

@Test func the_longest_radius_is_six_and_two_thirds() {
  #expect(abs(BoxMuller.minusTwoLogOfUniform(0).squareRoot() - 6.6604) < 0.0001)
  #expect(BoxMuller.minusTwoLogOfUniform(.max) == 0)
}

@Test(arguments: seeds)
func directions_are_within_three_ulps(seed: UInt64) {
  let quarter = acos(Wide(-1)) / 2
  for word in words(seed: seed) {
    let direction = BoxMuller.direction(word)
    // A multiple of a quarter turn has a true zero, which a long π misses.
    guard word << 2 != 0 else { continue }
    let x = quarter * Wide(Int32(bitPattern: word << 2)) / 0x1p32
    let angle = [x, quarter - x, 2 * quarter - x, x - quarter][Int(word >> 30)]
    let error = max(ulps(direction.cosine, cos(angle)), ulps(direction.sine, sin(angle)))
    #expect(error <= 3, "word \(word), seed \(seed)")
  }
}
