import Quantities
import Testing

@Suite struct CalendarDayTests {
  @Test(arguments: ["2027-04-30", "2028-02-29", "2000-02-29", "0000-01-01", "9999-12-31"])
  func a_day_is_written_as_it_is_read(_ text: String) throws {
    #expect(try #require(CalendarDay(text)).description == text)
  }

  @Test(arguments: [
    "2027-04-31", "2027-02-29", "1900-02-29", "2027-04-00", "2027-13-01", "2027-4-30", "2027-04-3",
    "2027-04", "2027-04-30 ", "27-04-30", "2027/04/30", "2027-04/30", "30.04.2027", "",
    "2027-04-+1", "2027-04-３",
  ])
  func what_is_no_day_is_not_read(_ text: String) { #expect(CalendarDay(text) == nil) }

  @Test func days_are_ordered_by_month_and_then_by_day() throws {
    let days = try ["2026-12-31", "2027-01-01", "2027-01-02", "2027-02-01", "2028-01-01"].map {
      try #require(CalendarDay($0))
    }
    #expect(days.sorted() == days && Set(days).count == days.count)
    #expect(!(days[1] < days[1]))
  }

  @Test func a_month_begins_with_its_first_day_and_a_year_has_365_or_366() throws {
    let month = try #require(CalendarMonth(year: 2027, month: 4))
    #expect(month.firstDay.description == "2027-04-01")
    for (year, days) in [(2027, 365), (2028, 366), (1900, 365), (2000, 366)] {
      let months = (1...12).compactMap { CalendarMonth(year: year, month: $0) }
      #expect(months.reduce(0) { $0 + $1.days } == days)
    }
  }
}
