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

  @Test(arguments: [
    (1970, 1, 1, 719_468, "thursday"), (2000, 2, 29, 730_484, "tuesday"),
    (2024, 2, 29, 739_250, "thursday"), (2025, 11, 24, 739_884, "monday"),
    (1, 1, 1, 306, "monday"), (0, 1, 1, -60, "saturday"), (9998, 12, 31, 3_651_999, "thursday"),
  ])
  func days_are_counted(year: Int, month: Int, day: Int, number: Int, weekday: String) throws {
    let read = try #require(CalendarDay(year: year, month: month, day: day))
    #expect(read.number == number)
    #expect(read.weekday.rawValue == weekday)
  }

  @Test func every_day_of_eight_centuries_is_found_again() throws {
    var day = try #require(CalendarDay(year: 1599, month: 12, day: 31))
    var wrong = 0
    for year in 1600..<2400 {
      for month in 1...12 {
        let named = try #require(CalendarMonth(year: year, month: month))
        for date in 1...named.days {
          day = day + 1
          let isFound = day.place == (named, date)
          if !isFound || CalendarDay(year: year, month: month, day: date) != day { wrong += 1 }
        }
      }
    }
    #expect(wrong == 0)
  }
}
