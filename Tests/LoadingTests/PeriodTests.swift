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
    #expect(read.month == CalendarMonth("2024-03"))
    #expect(read.day == day)
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
  @Test func a_week_lies_in_the_months_of_its_days() throws {
    var period = MappingPeriod(column: "week", format: .yearMonthDay, covers: .week)
    let monday = try #require(CalendarDay(year: 2024, month: 1, day: 29))
    let february = MonthNumber(try #require(CalendarMonth("2024-02")).number)
    let week = RowPeriod(monday, period)
    #expect(week.parts.map(\.month) == [february - 1, february])
    #expect(week.parts.map { $0.portion(of: 70) } == [30, 40])
    #expect(week.parts.map(\.days) == [0b111 << 28, 0b1111])
    #expect(week.middle.month == february)
    #expect(week.last == RowPeriod.Part(month: february, days: 0b1000))
    period.week = .ends
    #expect(RowPeriod(monday + 6, period).parts == week.parts)
  }
}
