import Testing

@testable import Reporting

@Suite struct FiguresTests {
  @Test(
    arguments: [
      (0.0, 0, "0"), (-0.4, 0, "0"), (999.5, 0, "1 000"), (-1_234_567.0, 0, "−1 234 567"),
      (1.005, 2, "1.01"), (1_000.06, 1, "1 000.1"), (0.05, 2, "0.05"), (.nan, 0, "–"),
      (.infinity, 2, "–"), (1e300, 0, "1e+300"), (-1e300, 0, "−1e+300"),
    ]
  )
  func thousands_are_grouped_by_thin_spaces(value: Double, places: Int, text: String) {
    #expect(value.figure(places: places) == text.replacing(" ", with: "\u{202F}"))
  }

  @Test(
    arguments: [
      (0.0, "0 %"), (0.001, "<1 %"), (0.5, "50 %"), (0.996, ">99 %"), (1.0, "100 %"),
      (.nan, "–"),
    ]
  )
  func only_what_never_or_always_happens_is_0_or_100_per_cent(chance: Double, text: String) {
    #expect(chance.chance == text.replacing(" ", with: "\u{202F}"))
  }

  @Test(arguments: [(0.08, "8 %"), (0.035, "3.5 %"), (0.0725, "7.25 %")])
  func a_rate_has_the_decimals_it_needs(rate: Double, text: String) {
    #expect(rate.percentExact == text.replacing(" ", with: "\u{202F}"))
  }

  @Test(
    arguments: [
      (999.0, "EUR", "500"), (5e6, "EUR thousand", "1"), (2e9, "EUR million", "0.0"),
    ]
  )
  func the_unit_follows_the_largest_amount(largest: Double, words: String, fiveHundred: String) {
    let money = MoneyScale(currency: "EUR", largest: largest)
    #expect(money.words == words)
    #expect(money(500) == fiveHundred)
  }

  @Test(
    arguments: [
      (2.0, "2"), (0.0, "0"), (0.1, "0.1"), (-1.5, "−1.5"), (1.0 / 3, "0.333333"),
      (1.02157631, "1.02158"), (67_246.372816, "67 246.37"), (3_063.2993, "3 063.3"),
      (0.000012345678, "0.0000123457"), (9.999999, "10"), (.nan, "–"), (-1e300, "−1e+300"),
    ]
  )
  func an_input_has_six_significant_digits_and_no_needless_zero(number: Double, text: String) {
    #expect(number.significant == text.replacing(" ", with: "\u{202F}"))
  }

  @Test(arguments: [(1.0, 2.0, "1–2"), (-2.0, 1.0, "−2 to 1"), (-2.0, -1.0, "−2 to −1")])
  func a_range_is_not_taken_for_a_minus_sign(lower: Double, upper: Double, text: String) {
    #expect(MoneyScale(currency: "EUR", largest: 9).range(lower, upper) == text)
  }
}
