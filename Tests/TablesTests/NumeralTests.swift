import TestKit
import Testing

@testable import Tables

@Suite struct NumeralTests {
  private func read(_ text: String, _ format: TableFormat = TableFormat()) -> Numeral.Reading {
    Numeral(format).read(text)
  }

  private func expectBits(of text: String, _ truth: Double) {
    guard case .value(let value) = read(text) else {
      Issue.record("\(text) is not read")
      return
    }
    #expect(value.bitPattern == truth.bitPattern, "\(text): \(value) for \(truth)")
  }

  @Test func a_double_reads_back_to_the_last_bit() async {
    await forEverySeed(50_000) { seed in
      var generator = SplitMix64(seed: seed)
      let number = Double(bitPattern: generator.next())
      if number.isFinite { expectBits(of: number.description, number) }
    }
  }

  @Test func decimals_of_any_length_are_rounded_as_the_standard_library_does() async {
    await forEverySeed(20_000) { seed in
      var generator = SplitMix64(seed: seed)
      var text = ["", "-", "+"].randomElement(using: &generator) ?? ""
      for _ in 0...Int.random(in: 0...24, using: &generator) {
        text += String(Int.random(in: 0...9, using: &generator))
      }
      text += "."
      for _ in 0...Int.random(in: 0...24, using: &generator) {
        text += String(Int.random(in: 0...9, using: &generator))
      }
      if Bool.random(using: &generator) {
        text += "e\(Int.random(in: -340...270, using: &generator))"
      }
      if let truth = Double(text) { expectBits(of: text, truth) }
    }
  }

  /// Halfway cases: 2⁵³ + 1, the largest double's edge, the least subnormal's half.
  @Test func hard_roundings_go_to_even() {
    expectBits(of: "9007199254740993", 9_007_199_254_740_992)
    expectBits(of: "9007199254740993.0000000000000000000000001", 9_007_199_254_740_994)
    expectBits(of: "1.7976931348623157e308", .greatestFiniteMagnitude)
    expectBits(of: "5e-324", .leastNonzeroMagnitude)
    expectBits(of: "1e-400", 0)
    expectBits(of: "-0", -0.0)
    expectBits(of: "0e999999999999", 0)
    expectBits(of: "0.00000000000000000000000000000000000001e38", 1)
  }

  @Test(arguments: [
    "", " ", "+", "-", ".", "1.", ".5", " 1", "1 ", "1..2", "1.2.3", "1e", "1e+", "e5", "--1",
    "0x10", "nan", "NaN", "inf", "-Infinity", "1_000", "1,000", "1,5", "12%", "１", "1e5.0", "1f",
  ])
  func what_is_no_decimal_is_refused(_ text: String) {
    #expect(read(text) == .malformed)
  }

  @Test func what_exceeds_a_double_is_too_large() {
    #expect(read("1e309") == .tooLarge)
    #expect(read("-1.8e308") == .tooLarge)
    #expect(read("1" + String(repeating: "0", count: 400)) == .tooLarge)
    #expect(read("1e99999999999999999999") == .tooLarge)
  }

  @Test func a_decimal_comma_is_read_only_when_stated() {
    let format = TableFormat(delimiter: UInt8(ascii: ";"), decimalMark: .comma)
    #expect(read("-1,25", format) == .value(-1.25))
    #expect(read("1.25", format) == .malformed)
    #expect(read("0,1234567890123456789", format) == .value(0.1234567890123456789))
  }

  @Test func thousands_stand_before_groups_of_three() {
    let format = TableFormat(thousands: .comma)
    #expect(read("1,234,567.5", format) == .value(1_234_567.5))
    #expect(read("-12,345", format) == .value(-12_345))
    #expect(read("1234567", format) == .value(1_234_567))
    for wrong in ["1,23", ",123", "1234,567", "1,,234", "123,", "1,234.5,0", "1.234,567", ","] {
      #expect(read(wrong, format) == .malformed, "\(wrong)")
    }
    let spaced = TableFormat(decimalMark: .comma, thousands: .space)
    #expect(read("12 345,5", spaced) == .value(12_345.5))
  }
}
