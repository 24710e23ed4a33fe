/// Formulas as the documents print them, evaluated anew to check what the program computed.
///
/// A formula is built from numbers, names, `+ − × ÷` (or `- * /`), parentheses, `min(a, b, …)`,
/// `max(a, b, …)` and `where(condition, a, b)` with one of `< ≤ > ≥ =` (or `<= >=`) in its
/// condition. A name holds letters, digits, dots and underscores, and begins with a letter or
/// an underscore.
///
/// Each step is one IEEE operation in double precision, from left to right, `×` and `÷` before
/// `+` and `−`. So code that computes in the printed order gets the same bits.
public enum Arithmetic {
  /// The value of `formula`, its names looked up in `values`.
  ///
  /// - Throws: ``ArithmeticFault`` with the place where the formula cannot be read.
  public static func value(
    of formula: String,
    with values: [String: Double] = [:]
  ) throws(ArithmeticFault) -> Double {
    let tokens = try ArithmeticToken.tokens(of: formula)
    var reader = ArithmeticReader(tokens: tokens, values: values)
    return try reader.wholeFormula()
  }
}

/// Why and where a formula cannot be read.
public struct ArithmeticFault: Error, Hashable, Sendable {
  /// What is wrong.
  public enum Reason: Hashable, Sendable {
    /// No formula holds this character.
    case strange(Character)
    /// These characters begin like a number and are none.
    case noNumber(String)
    /// Something else should stand here, such as `)`.
    case expected(String)
    /// Nothing is known by this name.
    case unknownName(String)
    /// No function has this name.
    case unknownFunction(String)
  }

  /// What is wrong.
  public var reason: Reason

  /// The place in the formula, in characters from 1; one past the last at its end.
  public var position: Int
}
