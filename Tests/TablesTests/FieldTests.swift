import TestKit
import Testing

@testable import Tables

@Suite struct FieldTests {
  private enum Colour: String, CaseIterable {
    case green
    case orange
  }

  /// What `read` makes of one field, and the reasons reported.
  private func reading<Value>(
    _ field: String,
    format: TableFormat = TableFormat(),
    _ read: (borrowing Record, Column) -> Value?
  ) -> (Value?, [TableFault.Reason]) {
    let reader = table("key,v\nk,\(field)\n", format: format)
    let column = reader.column("v")
    var value: Value?
    reader.forEachRecord { value = read($0, column) }
    return (value, reader.faults.reasons)
  }

  @Test func a_percentage_is_the_same_share_to_the_last_bit() async {
    await forEverySeed(2_000) { seed in
      var generator = SplitMix64(seed: seed)
      let units = Int.random(in: 0...1_000_000, using: &generator)
      let truth = Double(units) / 1_000_000
      let percentage = "\(units / 10_000).\(String(units % 10_000 + 10_000).dropFirst())%"
      #expect(reading(percentage) { $0.share($1) }.0 == truth, "\(percentage)")
    }
  }

  @Test func a_share_is_a_number_or_a_percentage() {
    #expect(reading("12.5%") { $0.share($1) } == (0.125, []))
    #expect(reading("0.125") { $0.share($1) } == (0.125, []))
    for wrong in ["%", "12.5 %", "12.5%%", "half", "%5"] {
      #expect(reading(wrong) { $0.share($1) } == (nil, [.notAShare]), "\(wrong)")
    }
    let reason = TableFault.Reason.outside(lower: 0, upper: 1)
    #expect(reading("101%") { $0.share($1, in: 0...1) } == (nil, [reason]))
  }

  @Test func a_whole_number_has_no_mark_and_fits() {
    #expect(reading("-42") { $0.integer($1) } == (-42, []))
    #expect(reading("+7") { $0.integer($1) } == (7, []))
    for wrong in ["1.0", "1e3", "+", "1 "] {
      #expect(reading(wrong) { $0.integer($1) } == (nil, [.notAnInteger]), "\(wrong)")
    }
    #expect(reading("9223372036854775808") { $0.integer($1) } == (nil, [.tooLarge]))
    #expect(reading("-9223372036854775808") { $0.integer($1) } == (Int.min, []))
    let reason = TableFault.Reason.outside(lower: 1, upper: 12)
    #expect(reading("13") { $0.integer($1, in: 1...12) } == (nil, [reason]))
    let grouped = TableFormat(decimalMark: .comma, thousands: .point)
    #expect(reading("1.234.567", format: grouped) { $0.integer($1) } == (1_234_567, []))
    #expect(reading("1.23", format: grouped) { $0.integer($1) } == (nil, [.notAnInteger]))
  }

  @Test func a_month_is_four_digits_a_hyphen_and_two() {
    #expect(reading("2027-04") { $0.month($1) } == (YearMonth(year: 2027, month: 4), []))
    for wrong in ["2027-4", "2027-13", "2027-00", "27-04", "2027/04", "2027-04-01", " 2027-04"] {
      #expect(reading(wrong) { $0.month($1) } == (nil, [.notAMonth]), "\(wrong)")
    }
    #expect(YearMonth("0999-12")?.description == "0999-12")
    #expect(YearMonth("2027-01")?.index == 24_324)
  }

  @Test func a_flag_is_one_of_four_words() {
    #expect(reading("yes") { $0.flag($1) } == (true, []))
    #expect(reading("false") { $0.flag($1) } == (false, []))
    #expect(reading("True") { $0.flag($1) } == (nil, [.notAFlag]))
  }

  @Test func a_wrong_word_is_told_with_the_nearest() {
    #expect(reading("green") { $0.choice($1, of: Colour.self) } == (.green, []))
    let near = TableFault.Reason.notAChoice(nearest: "orange")
    #expect(reading("Orange") { $0.choice($1, of: Colour.self) } == (nil, [near]))
    let far = TableFault.Reason.notAChoice(nearest: nil)
    #expect(reading("blue") { $0.choice($1, of: Colour.self) } == (nil, [far]))
  }

  @Test func an_empty_field_is_a_fault_only_where_it_is_needed() {
    #expect(reading("") { $0.text($1) } == (nil, [.empty]))
    #expect(reading("") { $0.number($1) } == (nil, [.empty]))
    #expect(reading("") { $0.textIfPresent($1) } == (nil, []))
    #expect(reading("") { $0.numberIfPresent($1) } == (nil, []))
    #expect(reading("x") { $0.numberIfPresent($1) } == (nil, [.notANumber]))
    #expect(reading("") { $0.number($1, default: 3) } == (3, []))
    #expect(reading("x") { $0.number($1, default: 3) } == (nil, [.notANumber]))
  }

  @Test func a_fault_names_file_line_field_column_and_text() {
    let reader = table("key,v\n\"a\nb\",1\n\nk,x\"\"\nk,1o\n")
    let column = reader.column("v")
    let numbers = reader.load { $0.number(column) }
    #expect(numbers.value == [1])
    let place = Place(file: "t.csv", line: 6, field: 2, column: "v")
    #expect(numbers.faults.kept.last == TableFault(place: place, reason: .notANumber, found: "1o"))
  }

  @Test func a_caller_may_reject_a_field_by_a_rule() {
    let reader = table("key,v\nk,1\nk,2\n")
    let column = reader.column("v")
    let loaded = reader.load { record -> Double? in
      let number = record.number(column)
      if number == 1 { record.reject(column, rule: "not one") }
      return number
    }
    #expect(loaded.value == [2])
    #expect(loaded.faults.reasons == [.rejected(rule: "not one")])
  }
}
