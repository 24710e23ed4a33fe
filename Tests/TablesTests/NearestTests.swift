import Testing

@testable import Tables

@Suite struct NearestTests {
  @Test(arguments: [
    ("volum", "volume"), ("Volume", "volume"), ("voulme", "volume"), ("prise", "price"),
    ("pric", "price"),
  ])
  func a_slip_of_the_pen_is_recognised(_ slip: String, _ meant: String) {
    #expect(nearest(to: slip, in: ["month", "volume", "price"]) == meant)
  }

  @Test func a_stranger_is_near_to_none() {
    #expect(nearest(to: "discount", in: ["month", "volume", "price"]) == nil)
    #expect(nearest(to: "a", in: ["b"]) == nil)
    #expect(nearest(to: "", in: ["", "b"]) == nil)
    #expect(nearest(to: "volume", in: []) == nil)
  }

  @Test(arguments: [
    ("", "", 0), ("", "abc", 3), ("kitten", "sitting", 3), ("ca", "ac", 1), ("ca", "abc", 3),
  ])
  func edits_are_counted(_ first: String, _ second: String, _ distance: Int) {
    #expect(editDistance(Array(first), Array(second)) == distance)
    #expect(editDistance(Array(second), Array(first)) == distance)
  }
}
