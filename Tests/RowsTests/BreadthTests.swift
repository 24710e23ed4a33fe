import Testing

@testable import Rows

@Test(arguments: seeds)
func the_breadth_is_from_the_least_to_the_greatest(seed: UInt64) {
  var dice = Dice(state: seed)
  for count in [1, 2, 15, 16, 17, 33, 1_000] {
    let values = (0..<(count + 3)).map { _ in Double(Int32(truncatingIfNeeded: dice.next())) }
    let slice = values[3...]
    #expect(slice.breadth?.lowerBound == slice.min(), "seed \(seed), \(count) values")
    #expect(slice.breadth?.upperBound == slice.max(), "seed \(seed), \(count) values")
  }
}

@Test(arguments: [Double.nan, .infinity, -.infinity])
func values_that_are_not_finite_have_no_breadth(value: Double) {
  for place in [0, 5, 16, 39] {
    var values = Array(repeating: 1.0, count: 40)
    values[place] = value
    #expect(values[...].breadth == nil)
  }
  #expect([Double]()[...].breadth == nil)
}
