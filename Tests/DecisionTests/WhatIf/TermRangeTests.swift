import Decision
import Testing

@Suite struct TermRangeTests {
  @Test(arguments: [
    ("12%", "12%", 0.12), ("12.50%", "12.5%", 0.125), ("0.125", "0.125", 0.125), ("-3", "-3", -3),
    ("6 months", "6 months", 6), ("1 month", "1 month", 1), ("+7", "7", 7), ("0.30", "0.3", 0.3),
  ])
  func a_number_is_written_as_a_file_would_have_it(text: String, written: String, value: Double) {
    #expect(WrittenNumber(text)?.text == written)
    #expect(WrittenNumber(text)?.value == value)
  }

  @Test(arguments: ["", "%", "1e3", "1.", ".5", "1,5", "1.2.3", "0x10", "12 %", "1234567890123456"])
  func what_is_no_number_is_none(_ text: String) { #expect(WrittenNumber(text) == nil) }

  @Test(arguments: [
    ("8%..20%:2%", ["8%", "10%", "12%", "14%", "16%", "18%", "20%"]),
    ("0.1..0.3:0.1", ["0.1", "0.2", "0.3"]), ("8%..9%:0.5%", ["8%", "8.5%", "9%"]),
    ("1 month..3 months:1 month", ["1 month", "2 months", "3 months"]),
    ("-2..2:2", ["-2", "0", "2"]), ("5%..5%:1%", ["5%"]), ("8%, 12%,20%", ["8%", "12%", "20%"]),
    ("never,always", ["never", "always"]), ("null,12%", ["null", "12%"]), ("7", ["7"]),
  ])
  func a_range_has_both_ends_and_exact_decimals(text: String, values: [String]) throws {
    #expect(try TermRange(text) == .values(values))
  }

  // 0.1 + 0.1 + 0.1 is not 0.3 in binary.
  @Test func every_value_of_a_long_range_is_that_of_its_text() throws {
    guard case .values(let values) = try TermRange("0%..12.3%:0.1%") else {
      Issue.record("a stepped range is a list of values")
      return
    }
    #expect(values.count == 124)
    for (place, value) in values.enumerated() {
      #expect(WrittenNumber(value)?.value == Double("\(place)e-3"))
    }
  }

  @Test func a_range_without_a_step_is_of_all_numbers_between() throws {
    #expect(
      try TermRange("8%..20%")
        == .between(WrittenNumber(8, .percent), WrittenNumber(20, .percent)))
  }

  @Test(arguments: [
    ("", TermRange.Fault.value("")), ("8%,", .value("")), ("a;b", .value("a;b")),
    ("{x: 1}", .value("{x: 1}")), ("8%..20", .units("8%..20")), ("8%..x:1%", .units("8%..x:1%")),
    ("8%..20%:2", .units("8%..20%:2")), ("20%..8%:2%", .falling("20%..8%:2%")),
    ("20%..8%", .falling("20%..8%")), ("8%..20%:0%", .step("8%..20%:0%")),
    ("8%..20%:-1%", .step("8%..20%:-1%")),
    ("8%..20%:5%", .passesEnd(end: "20%", last: "18%", next: "23%")),
    ("8%,9%,8%", .repeated("8%")), ("0..5000:1", .tooMany(5_001)),
  ])
  func what_is_no_range_is_told(text: String, fault: TermRange.Fault) {
    #expect(throws: fault) { try TermRange(text) }
  }
}
