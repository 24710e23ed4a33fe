import Crew
import Testing

@Suite struct SideBySideTests {
  @Test(arguments: [0, 1, 2, 7, 1000])
  func values_stand_in_the_order_of_their_numbers(count: Int) {
    let numbers = 5..<(5 + count)
    #expect(numbers.mapSideBySide { $0 * $0 } == numbers.map { $0 * $0 })
  }

  @Test func values_that_are_found_side_by_side_may_be_found_so_themselves() {
    let sums = (0..<8).mapSideBySide { outer in
      (0..<8).mapSideBySide { outer * $0 }.reduce(0, +)
    }
    #expect(sums == (0..<8).map { $0 * 28 })
  }

  @Test(arguments: [0, 1, 9])
  func something_else_is_found_beside_the_values(count: Int) {
    let (squares, other) = (3..<(3 + count)).mapSideBySide {
      $0 * $0
    } beside: {
      "else"
    }
    #expect(other == "else")
    #expect(squares == (3..<(3 + count)).map { $0 * $0 })
  }
}
