import Assay
import Testing

@Suite struct ProgressBarTests {
  @Test(
    arguments: [
      (0, 1_000, 1.5, "░░░░░░░░░░░░░░░░░░░░░░░░   0 %  0 of 1 000 futures"),
      (500, 1_000, 2, "████████████░░░░░░░░░░░░  50 %  500 of 1 000 futures, 250/s, 2 s left"),
      (1_000, 1_000, 4, "████████████████████████ 100 %  1 000 of 1 000 futures, 250/s, 0 s left"),
      (999, 1_000, 4, "███████████████████████░  99 %  999 of 1 000 futures, 250/s, 1 s left"),
      (
        2_560, 100_000, 8,
        "░░░░░░░░░░░░░░░░░░░░░░░░   2 %  2 560 of 100 000 futures, 320/s, 5 min 5 s left"
      ),
      (
        1_000_000, 4_294_967_296, 100,
        "░░░░░░░░   0 %  1 000 000 of 4 294 967 296 futures, 10 000/s, 119 h 16 min left"
      ),
    ]
  )
  func a_bar_tells_share_rate_and_time_left(
    _ done: Int, _ total: Int, _ seconds: Double, _ text: String
  ) {
    let bar = ProgressBar(done: done, total: total, seconds: seconds).text(columns: 79)
    #expect(bar.replacing("\u{202F}", with: " ") == text)
  }

  @Test func a_bar_gives_way_to_the_figures_and_these_to_the_edge() {
    let bar = ProgressBar(done: 500, total: 1_000, seconds: 2)
    let figures = " 50 %  500 of 1 000 futures, 250/s, 2 s left"
    for columns in 0...120 {
      let text = bar.text(columns: columns).replacing("\u{202F}", with: " ")
      #expect(text.count <= columns)
      #expect(columns >= 49 ? text.hasSuffix(figures) : figures.hasPrefix(text))
    }
  }

  @Test func what_may_end_early_is_told_as_the_most() {
    let bar = ProgressBar(done: 4_000, total: 10_000_000, isMost: true, seconds: 2)
    #expect(
      bar.text().replacing("\u{202F}", with: " ")
        == "░░░░░░░░   0 %  4 000 of at most 10 000 000 futures, 2 000/s, ≤ 1 h 23 min left")
  }

  @Test func more_than_all_is_all_and_nothing_is_no_division() {
    #expect(
      ProgressBar(done: 9, total: 5, seconds: 1) == ProgressBar(done: 5, total: 5, seconds: 1))
    #expect(ProgressBar(done: 0, total: 0, seconds: 0).text().contains("0 of 1 futures"))
    #expect(ProgressBar(done: 1, total: 1 << 32, seconds: 1e9).text().hasSuffix("years left"))
  }
}
