import Quantities
import Testing

@testable import Loading

@Suite struct PeriodTests {
  @Test(arguments: [
    ("yyyy-MM", "2024-03", 1), ("yyyy-MM-dd", "2024-03-31", 31), ("dd/MM/yyyy", "31/03/2024", 31),
    ("MM/dd/yyyy", "03/31/2024", 31), ("yyyy/MM/dd", "2024/03/09", 9), ("MM/yyyy", "03/2024", 1),
    ("dd.MM.yyyy", "31.03.2024", 31), ("d.M.yyyy", "1.3.2024", 1), ("d.M.yyyy", "11.03.2024", 11),
    ("yyyyMM", "202403", 1), ("yyyyMMdd", "20240305", 5), ("MMM yyyy", "Mar 2024", 1),
    ("MMM-yy", "MAR-24", 1), ("yyyy-MM-dd'T'HH:mm:ss", "2024-03-31T23:59:59", 31),
    ("yyyy-MM-dd'T'HH:mm:ss", "2024-03-31T23:59", 31),
    ("yyyy-MM-dd'T'HH:mm:ss", "2024-03-31T23:59:59.123Z", 31),
    ("yyyy-MM-dd'T'HH:mm:ss", "2024-03-31T23:59:59+02:00", 31),
    ("yyyy-MM-dd'T'HH:mm:ss", "2024-03-31T23:59:59-0530", 31),
    ("yyyy-MM-dd HH:mm:ss", "2024-03-31 00:00:00", 31),
  ])
  func a_date_is_read_in_its_format(format: String, text: String, day: Int) throws {
    let read = try #require(PeriodFormat(rawValue: format)?.day(text))
    #expect(CalendarMonth(number: read.place.month) == CalendarMonth("2024-03"))
    #expect(read.place.day == day)
  }

  @Test(arguments: [
    ("yyyy-MM", "2024-3"), ("yyyy-MM", "2024-03-01"), ("yyyy-MM", "2024-13"), ("yyyy-MM", ""),
    ("yyyy-MM-dd", "2023-02-29"), ("yyyy-MM-dd", "1900-02-29"), ("dd/MM/yyyy", "31/11/2023"),
    ("MM/dd/yyyy", "31/03/2024"), ("yyyyMM", "2024-3"), ("yyyyMM", "20243"),
    ("MMM yyyy", "Mär 2024"), ("MMM yyyy", "March 2024"), ("MMM yyyy", "Ma"),
    ("MMM-yy", "Mar-2024"),
    ("yyyy-MM-dd'T'HH:mm:ss", "2024-03-31"), ("yyyy-MM-dd'T'HH:mm:ss", "2024-03-31T25:00:00"),
    ("yyyy-MM-dd'T'HH:mm:ss", "2024-03-31T10:00:00X"), ("d.M.yyyy", "111.3.2024"),
    ("yyyy-MM", "0000-03"), ("yyyy-MM-dd", "0204-03-01"), ("yyyyMM", "220001"),
  ])
  func what_is_no_date_of_the_format_is_none(format: String, text: String) throws {
    #expect(try #require(PeriodFormat(rawValue: format)).day(text) == nil)
  }

  /// Days were counted with Python's `datetime.date.toordinal`, from 1 March of the year 0.
  @Test(arguments: [
    (1970, 1, 1, 719_468, "thursday"), (2000, 2, 29, 730_484, "tuesday"),
    (2024, 2, 29, 739_250, "thursday"), (2025, 11, 24, 739_884, "monday"),
    (1, 1, 1, 306, "monday"), (9998, 12, 31, 3_651_999, "thursday"),
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
          let isFound = day.place.month == named.number && day.place.day == date
          if !isFound || CalendarDay(year: year, month: month, day: date) != day { wrong += 1 }
        }
      }
    }
    #expect(wrong == 0)
  }

  @Test func a_week_lies_in_the_months_of_its_days() throws {
    var period = MappingPeriod(column: "week", format: .yearMonthDay, covers: .week)
    let monday = try #require(CalendarDay(year: 2024, month: 1, day: 29))
    let march = try #require(CalendarMonth("2024-02")).number
    let week = RowPeriod(monday, period)
    #expect(week.parts.map(\.month) == [march - 1, march])
    #expect(week.parts.map { $0.portion(of: 70) } == [30, 40])
    #expect(week.parts.map(\.days) == [0b111 << 28, 0b1111])
    #expect(week.middle.month == march)
    #expect(week.last == RowPeriod.Part(month: march, days: 0b1000))
    period.week = .ends
    #expect(RowPeriod(monday + 6, period).parts == week.parts)
  }
}
