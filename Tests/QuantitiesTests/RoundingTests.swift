import Quantities
import Testing

@Test(
  arguments: [
    ("1.005", 2, "1.01"), ("2.675", 2, "2.68"), ("1.115", 2, "1.12"), ("0.285", 2, "0.29"),
    ("-0.5", 0, "-1"), ("0.5", 0, "1"), ("-1.005", 2, "-1.01"), ("0.4999999", 0, "0"),
    ("-0.4999999", 0, "0"), ("1.00499", 2, "1"), ("0", 2, "0"), ("0.7845", 3, "0.785"),
    ("99.995", 2, "100"), ("1234.5678", 0, "1235"), ("83.25", 1, "83.3"), ("83.35", 1, "83.4"),
    ("5000000.00", 2, "5000000"), ("41307020.74", 2, "41307020.74"),
    ("35384475.47", 0, "35384475"), ("123456789.005", 2, "123456789.01"),
  ]
)
func numbers_round_as_people_write_them(number: String, places: Int, rounded: String) throws {
  let value = try #require(Double(number))
  #expect(value.roundedHalfUp(places: places) == Double(rounded))
}

/// `units` over ten to the power of `places`, as a decimal string.
private func decimal(_ units: Int, places: Int) -> String {
  let digits = String(units)
  let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
  return padded.dropLast(places) + "." + padded.suffix(places)
}

// The reference is arithmetic on whole thousandths.
@Test func every_thousandth_up_to_200_rounds_to_the_cent_that_is_nearest() {
  var wrong: [String] = []
  for thousandths in 0..<200_000 {
    let written = decimal(thousandths, places: 3)
    let nearest = decimal((thousandths + 5) / 10, places: 2)
    if Double(written)?.roundedHalfUp(places: 2) != Double(nearest) { wrong.append(written) }
  }
  #expect(wrong.isEmpty)
}

@Test func rounding_is_symmetric_around_zero() {
  for thousandths in stride(from: 1, to: 100_000, by: 7) {
    let value = Double(thousandths) / 1_000
    #expect((-value).roundedHalfUp(places: 2) == -value.roundedHalfUp(places: 2))
  }
}

@Test func a_rounded_number_stays_as_it_is() {
  for hundredths in stride(from: -100_000, to: 100_000, by: 13) {
    let once = (Double(hundredths) / 100).roundedHalfUp(places: 2)
    #expect(once.roundedHalfUp(places: 2) == once)
  }
}
