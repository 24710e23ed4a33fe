import Rows
import Testing

@testable import Futures

@Suite struct SurpriseMixTests {
  private func count(_ links: [[Double]?]) -> Int {
    let arena = Arena()
    return withExtendedLifetime(arena) {
      SurpriseMixes(
        links.map { $0.map { $0.enumerated().map { ($0.offset, $0.element) } } }, in: arena
      ).count
    }
  }

  @Test func metrics_whose_links_are_multiples_share_a_mix() {
    #expect(count([[1.5, -0.6, 0.9], [-0.5, 0.2, -0.3], [3, -1.2, 1.8]]) == 1)
    // A line without a link is no part of a mix.
    #expect(count([[0, 1, 2], [0, 2, 4]]) == 1)
  }

  @Test func other_links_make_other_mixes() {
    #expect(count([[1, 2], [2, 1], [1, -2], [2, 4]]) == 3)
  }

  @Test func a_single_link_and_unknown_links_make_none() {
    #expect(count([[1, 0], [0, 2], [0, 0], nil, []]) == 0)
  }
}
