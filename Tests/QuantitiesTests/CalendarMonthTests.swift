import Quantities
import TestKit
import Testing

@Test func months_read_as_they_are_written() {
  for year in [0, 1, 99, 999, 1_582, 2_027, 9_999] {
    for monthOfYear in 1...12 {
      let month = CalendarMonth(year: year, month: monthOfYear)
      #expect(month?.year == year)
      #expect(month?.monthOfYear == monthOfYear)
      #expect(month.flatMap { CalendarMonth($0.description) } == month)
    }
  }
}

@Test func months_are_written_with_four_and_two_digits() {
  #expect(CalendarMonth(year: 2_027, month: 4)?.description == "2027-04")
  #expect(CalendarMonth(year: 7, month: 12)?.description == "0007-12")
}

@Test(
  arguments: [
    "", "-", "2027", "2027-", "-04", "2027-4", "2027-004", "227-04", "20270-04", "2027-00",
    "2027-13", "2027-04-01", "2027/04", "2027 04", " 2027-04", "2027-04 ", "April", "20 7-04",
    "2027-xx", "２０２７-04", "-027-04", "2027--4", "+027-04", "2027-+4",
  ]
)
func what_is_no_month_is_not_read(_ text: String) {
  #expect(CalendarMonth(text) == nil)
}

@Test(arguments: [(2_027, 0), (2_027, 13), (-1, 4), (10_000, 4), (2_027, -4)])
func there_is_no_month_outside_the_calendar(year: Int, monthOfYear: Int) {
  #expect(CalendarMonth(year: year, month: monthOfYear) == nil)
}

@Test(
  arguments: [
    ("2027-04", 0, "2027-04"), ("2027-04", 1, "2027-05"), ("2027-12", 1, "2028-01"),
    ("2027-04", 59, "2032-03"), ("2027-04", 9, "2028-01"), ("2028-01", -1, "2027-12"),
    ("2028-01", -25, "2025-12"), ("0000-12", 1, "0001-01"), ("1999-11", 120, "2009-11"),
  ]
)
func months_are_counted_across_years(from: String, months: Int, to: String) throws {
  let first = try #require(CalendarMonth(from))
  let later = try #require(CalendarMonth(to))
  #expect(first + months == later)
  #expect(later - first == months)
}

@Test func adding_months_and_the_distance_undo_each_other() async {
  await forEverySeed(50) { seed in
    var random = SplitMix64(seed: seed)
    let one = try #require(
      CalendarMonth(year: .random(in: 1_000...8_999, using: &random), month: 1))
    let months = Int.random(in: -9_000...9_000, using: &random)
    let other = one + months
    #expect(other - one == months)
    #expect(other + -months == one)
    #expect((one < other) == (months > 0))
    #expect((one == other) == (months == 0))
    #expect(other.year * 12 + other.monthOfYear == one.year * 12 + one.monthOfYear + months)
  }
}

@Test func months_stand_in_the_order_of_time() throws {
  let written = ["0009-12", "2026-12", "2027-01", "2027-09", "2027-10", "2028-01"]
  let months = try written.map { try #require(CalendarMonth($0)) }
  #expect(months.reversed().sorted() == months)
}
