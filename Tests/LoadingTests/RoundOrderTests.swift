import Testing

@testable import Loading

@Suite struct RoundOrderTests {
  @Test func rounds_are_ordered_by_number_and_then_by_name() {
    let rounds = ["10", "3-bafo", "2-clarified", "1", "draft", "2"]
    #expect(
      rounds.sorted(by: roundPrecedes) == ["draft", "1", "2", "2-clarified", "3-bafo", "10"]
    )
  }
}
