import TestKit
import Testing

@Suite struct ArithmeticTests {
  @Test(
    arguments: [
      ("1 + 2 × 3", 7),
      ("(1 + 2) × 3", 9),
      ("10 − 4 − 3", 3),
      ("16 ÷ 4 / 2", 2),
      ("−2 × −3", 6),
      ("2 - -3", 5),
      ("-(1 + 2) * 4", -12),
      ("1.5e-3 × 2E+3", 3),
      (".5 + 1.", 1.5),
      ("min(3, 2, 4) + max(1, 2)", 4),
      ("max(−1)", -1),
      ("where(1 ≤ 1, 10, 20)", 10),
      ("where(1 < 1, 10, 20)", 20),
      ("where(2 >= 1 + 2, 10, where(2 = 2, 30, 40))", 30),
    ]
  )
  func a_formula_has_the_value_that_school_teaches(formula: String, value: Double) throws {
    #expect(try Arithmetic.value(of: formula) == value)
  }

  @Test func names_may_hold_letters_digits_dots_and_underscores() throws {
    let values = ["bid.price_2027": 3.0, "volume": 4, "Größe": 2, "min": 1]
    #expect(try Arithmetic.value(of: "bid.price_2027×volume/Größe", with: values) == 6)
    #expect(try Arithmetic.value(of: "min + min(volume, 2)", with: values) == 3)
  }

  @Test func each_step_is_rounded_from_left_to_right() async {
    await forEverySeed(50) { seed in
      var random = SplitMix64(seed: seed)
      let (a, b, c, d) = (random.uniform(), random.uniform(), random.uniform(), random.uniform())
      let values = ["a": a, "b": b, "c": c, "d": d]
      let product = try Arithmetic.value(of: "a × b × c ÷ d", with: values)
      let sum = try Arithmetic.value(of: "a + b − c + d", with: values)
      #expect(product.bitPattern == (((a * b) * c) / d).bitPattern)
      #expect(sum.bitPattern == (((a + b) - c) + d).bitPattern)
    }
  }

  @Test(
    arguments: [
      ("1 + ", ArithmeticFault.Reason.expected("a number, a name or ("), 5),
      ("", .expected("a number, a name or ("), 1),
      ("(1 + 2", .expected(")"), 7),
      ("1 2", .expected("+, −, × or ÷"), 3),
      ("1 < 2", .expected("+, −, × or ÷"), 3),
      ("2 × price", .unknownName("price"), 5),
      ("1 + sqrt(2)", .unknownFunction("sqrt"), 5),
      ("where(1, 2, 3)", .expected("<, ≤, >, ≥ or ="), 8),
      ("where(1 < 2, 3)", .expected(","), 15),
      ("1.2.3", .noNumber("1.2.3"), 1),
      ("1 + 2e", .noNumber("2e"), 5),
      ("3 ^ 2", .strange("^"), 3),
    ]
  )
  func a_formula_that_cannot_be_read_names_the_place(
    formula: String,
    reason: ArithmeticFault.Reason,
    position: Int
  ) {
    let fault = #expect(throws: ArithmeticFault.self) { try Arithmetic.value(of: formula) }
    #expect(fault?.reason == reason)
    #expect(fault?.position == position)
  }
}
