import Testing

@testable import Award

@Suite struct TailTests {
  @Test func a_tail_is_the_mean_of_the_worst_futures() {
    let tail = Tail(of: [3, 9, 1, 7, 5, 2, 8, 4, 6, 10], beyond: 0.8)
    #expect(tail.weights.map(\.future) == [9, 1])
    #expect(abs(tail.mean - 9.5) < 1e-12)
  }

  @Test func a_future_is_split_where_the_tail_ends_within_it() {
    // The worst 25 % of 10 futures: 10, 9 and half of 8, so (10 + 9 + 4) / 2.5.
    let tail = Tail(of: (1...10).map(Double.init), beyond: 0.75)
    #expect(abs(tail.mean - 23 / 2.5) < 1e-12)
    #expect(abs(tail.weights.reduce(0) { $0 + $1.weight } - 1) < 1e-12)
  }

  @Test func one_future_is_its_own_tail() {
    #expect(Tail(of: [4], beyond: 0.95).mean == 4)
  }

  @Test func figures_are_those_of_a_sample_by_hand() {
    let figures = AwardFigures([1, 2, 3, 4, 5], tail: 0.6)
    #expect(figures.mean == 3)
    #expect(abs(figures.standardError - 0.5.squareRoot()) < 1e-12)
    #expect(figures.quantiles[1] == 3)
    #expect(abs(figures.quantiles[0] - 1.2) < 1e-12)
    #expect(abs(figures.tailMean - 4.5) < 1e-12)
  }
}
