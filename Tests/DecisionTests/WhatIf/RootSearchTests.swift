import Decision
import Simulation
import Testing

@Suite struct RootSearchTests {
  private func search(
    _ range: ClosedRange<Double>, _ gap: (Double) -> Double
  ) async -> (search: RootSearch, asked: Int) {
    var asked = 0
    let search = await RootSearch(in: range) { values in
      asked += values.count
      return values.map { Estimate(gap($0), standardError: 3) }
    }
    return (search, asked)
  }

  @Test func a_straight_line_is_met_to_the_last_digits() async throws {
    let (search, asked) = await search(0...100_000) { 41.7 * $0 - 1_234_567.89 }
    let root = try #require(search.roots.first)
    #expect(search.roots.count == 1)
    #expect(abs(root.value - 1_234_567.89 / 41.7) < 1e-6)
    #expect(!root.isJump)
    #expect(asked <= RootSearch.points + 6)
  }

  // The error of the root is that of the gap over the slope.
  @Test func the_error_of_a_root_follows_from_the_slope() async throws {
    let (search, _) = await search(0...10) { 6 * $0 - 12 }
    let root = try #require(search.roots.first)
    #expect(abs((root.slope ?? .nan) - 6) < 1e-9)
    #expect(abs((root.standardError ?? .nan) - 0.5) < 1e-9)
  }

  @Test func a_curve_is_narrowed_down() async throws {
    let (search, asked) = await search(0...4) { ($0 * $0 * $0 - 8) * 1e6 }
    let root = try #require(search.roots.first)
    #expect(abs(root.value - 2) < 1e-9)
    #expect(asked < 30)
  }

  @Test func every_change_of_the_sign_is_found() async {
    let (search, _) = await search(0...8) { ($0 - 1.2) * ($0 - 4.1) * ($0 - 6.3) }
    #expect(search.roots.count == 3)
    for (root, value) in zip(search.roots, [1.2, 4.1, 6.3]) {
      #expect(abs(root.value - value) < 1e-6)
    }
  }

  @Test func where_the_sign_never_changes_there_is_no_root() async {
    let (search, asked) = await search(0...8) { $0 * $0 + 1 }
    #expect(search.roots.isEmpty && !search.isFlat)
    #expect(asked == RootSearch.points)
  }

  @Test func what_changes_nothing_is_told_apart_from_no_root() async {
    let (search, _) = await search(0...8) { _ in 17 }
    #expect(search.isFlat && search.roots.isEmpty)
    let (zero, _) = await self.search(0...8) { _ in 0 }
    #expect(zero.isFlat && zero.roots.isEmpty)
  }

  @Test func a_jump_is_no_equality() async throws {
    let (search, _) = await search(0...8) { $0 < 3.3 ? -100 : 250 }
    let root = try #require(search.roots.first)
    #expect(search.roots.count == 1)
    #expect(root.isJump && root.standardError == nil)
    #expect(abs(root.value - 3.3) < 1e-9)
  }

  @Test(arguments: [0.0, 8, 4])
  func a_root_at_a_place_that_is_looked_at_is_found_once(_ place: Double) async {
    let (search, _) = await search(0...8) { $0 - place }
    #expect(search.roots.map(\.value) == [place])
  }
}
