import Testing

@testable import Search

@Suite struct LowestTests {
  @Test func the_lowest_point_of_a_bowl_is_its_middle() {
    let found = Lowest.near([0, 0], within: [-1...2, -1...3], evaluations: 200, tolerance: 1e-6) {
      ($0[0] - 0.75) * ($0[0] - 0.75) + 2 * ($0[1] + 0.25) * ($0[1] + 0.25)
    }
    #expect(found.isSettled)
    #expect(abs(found.point[0] - 0.75) < 1e-4)
    #expect(abs(found.point[1] + 0.25) < 1e-4)
    #expect(found.value < 1e-7)
  }

  @Test func a_lowest_point_beyond_the_bounds_is_sought_at_the_bound() {
    let found = Lowest.near([0.5, 0.5], within: [0...1, 0...1], evaluations: 200) {
      ($0[0] - 3) * ($0[0] - 3) + ($0[1] - 0.5) * ($0[1] - 0.5)
    }
    #expect(found.point[0] == 1)
    #expect(abs(found.point[1] - 0.5) < 0.01)
  }

  /// Rosenbrock's valley, *Computer Journal* 3 (1960): the lowest point is (1, 1).
  @Test func a_curved_valley_is_followed() {
    let found = Lowest.near(
      [-1.2, 1], within: [-2...2, -2...2], evaluations: 1_000, tolerance: 1e-7
    ) { point in
      let (a, b) = (1 - point[0], point[1] - point[0] * point[0])
      return a * a + 100 * b * b
    }
    #expect(abs(found.point[0] - 1) < 1e-3)
    #expect(abs(found.point[1] - 1) < 2e-3)
  }

  @Test func the_lower_of_two_valleys_is_found() {
    // x⁴/4 − x²/2 + x/10 is lowest where x³ − x + 0.1 = 0, left of the other valley.
    let found = Lowest.anywhere(within: [-2...2], evaluations: 60, tolerance: 1e-5) { point in
      let x = point[0]
      return x * x * x * x / 4 - x * x / 2 + x / 10
    }
    let x = found.point[0]
    #expect(x < 0)
    #expect(abs(x * x * x - x + 0.1) < 1e-3)
  }

  @Test func a_function_that_never_changes_has_a_lowest_value() {
    let found = Lowest.anywhere(within: [0...1], evaluations: 20) { _ in 3 }
    #expect(found.value == 3)
    #expect((0...1).contains(found.point[0]))
  }

  @Test func the_number_of_questions_is_bounded() {
    var asked = 0
    let found = Lowest.near([0.1, 0.1], within: [0...1, 0...1], evaluations: 25, tolerance: 0) {
      asked += 1
      return ($0[0] - 0.3) * ($0[0] - 0.3) + $0[1]
    }
    #expect(found.evaluations == asked)
    #expect(asked <= 25)
    #expect(!found.isSettled)
  }

  @Test func the_same_function_has_the_same_lowest_point() {
    let search = {
      Lowest.anywhere(within: [0...3, 0...3], evaluations: 100) {
        ($0[0] - 1) * ($0[0] - 1) + ($0[1] - 2) * ($0[1] - 2)
      }
    }
    #expect(search() == search())
  }
}
