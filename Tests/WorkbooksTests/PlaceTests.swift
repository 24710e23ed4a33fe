import Quantities
import Testing
import Workbooks

@Suite struct PlaceTests {
  @Test(arguments: [
    ("A1", 1, 1), ("Z9", 9, 26), ("AA10", 10, 27), ("XFD1048576", 1_048_576, 16_384),
  ])
  func a_cell_has_letters_and_a_number(name: String, row: Int, column: Int) {
    #expect(CellPlace(name) == CellPlace(row: row, column: column))
    #expect(CellPlace(row: row, column: column).description == name)
  }

  @Test(arguments: ["", "A", "1", "1A", "A0", "ABCDE1", "A1B", "Ä1", "A-1"])
  func what_is_no_cell_is_none(name: String) {
    #expect(CellPlace(name) == nil)
  }

  @Test func a_range_may_be_one_cell_and_does_not_run_backwards() {
    #expect(CellRange("C5:D6")?.description == "C5:D6")
    #expect(CellRange("$C$5")?.description == "C5")
    #expect(CellRange("D6:C5") == nil)
    #expect(CellRange("C5:D6:E7") == nil)
  }

  // Serial numbers by LibreOffice Calc 7.4: =DATEVALUE("1900-03-01") and so on.
  @Test(arguments: [
    (1.0, "1900-01-01"), (59, "1900-02-28"), (61, "1900-03-01"), (36_526, "2000-01-01"),
    (46_478.75, "2027-04-01"), (2_958_465, "9999-12-31"),
  ])
  func a_serial_number_is_a_day(serial: Double, day: String) {
    #expect(CalendarDay(serial: serial, from1904: false)?.description == day)
  }

  @Test func day_60_of_1900_and_days_before_1_are_none() {
    #expect(
      [0.5, 60, 60.9, -3, 2_958_466].allSatisfy { CalendarDay(serial: $0, from1904: false) == nil })
  }

  @Test func days_may_be_counted_from_1904() {
    #expect(CalendarDay(serial: 0, from1904: true)?.description == "1904-01-01")
    #expect(CalendarDay(serial: 46_478 - 1_462, from1904: true)?.description == "2027-04-01")
  }

  @Test func a_written_day_must_exist() {
    #expect(CalendarDay(cell: "2028-02-29")?.day == 29)
    #expect(CalendarDay(cell: "2027-04-01T00:00:00")?.month.monthOfYear == 4)
    for text in ["2027-02-29", "2027-13-01", "2027-4-1", "01.04.2027"] {
      #expect(CalendarDay(cell: text) == nil)
    }
  }
}
