/// A word of a formula and where it stands.
struct ArithmeticToken {
  enum Kind: Hashable {
    case number(Double)
    case name(String)
    case sign(String)
    case end
  }

  var kind: Kind
  var position: Int

  /// The words of `formula`, closed by `.end`; signs in the form `+ - * / < <= > >= = ( ) ,`.
  static func tokens(of formula: String) throws(ArithmeticFault) -> [ArithmeticToken] {
    let characters = Array(formula)
    var tokens: [ArithmeticToken] = []
    var index = 0
    while index < characters.count {
      if characters[index].isWhitespace {
        index += 1
        continue
      }
      let (kind, length) = try word(characters[index...])
      tokens.append(ArithmeticToken(kind: kind, position: index + 1))
      index += length
    }
    tokens.append(ArithmeticToken(kind: .end, position: characters.count + 1))
    return tokens
  }

  private static let signs: [Character: String] = [
    "+": "+", "-": "-", "−": "-", "–": "-", "*": "*", "×": "*", "·": "*", "/": "/", "÷": "/",
    "<": "<", ">": ">", "≤": "<=", "≥": ">=", "=": "=", "(": "(", ")": ")", ",": ",",
  ]

  private static func word(
    _ rest: ArraySlice<Character>
  ) throws(ArithmeticFault) -> (kind: Kind, length: Int) {
    let first = rest[rest.startIndex]
    if isDigit(first) || first == "." { return try number(rest) }
    if first.isLetter || first == "_" {
      let name = rest.prefix { $0.isLetter || $0.isNumber || $0 == "." || $0 == "_" }
      return (.name(String(name)), name.count)
    }
    guard let sign = signs[first] else {
      throw ArithmeticFault(reason: .strange(first), position: rest.startIndex + 1)
    }
    let isTwoCharacters = (sign == "<" || sign == ">") && rest.dropFirst().first == "="
    return isTwoCharacters ? (.sign(sign + "="), 2) : (.sign(sign), 1)
  }

  // Digits, a point, digits, and an exponent whose sign belongs to it: 1.5e-3.
  private static func number(
    _ rest: ArraySlice<Character>
  ) throws(ArithmeticFault) -> (kind: Kind, length: Int) {
    var length = rest.prefix { isDigit($0) || $0 == "." }.count
    if let mark = rest.dropFirst(length).first, mark == "e" || mark == "E" {
      let isSigned = rest.dropFirst(length + 1).first.map { "+-".contains($0) } ?? false
      length += isSigned ? 2 : 1
      length += rest.dropFirst(length).prefix(while: isDigit).count
    }
    let text = String(rest.prefix(length))
    guard let value = Double(text) else {
      throw ArithmeticFault(reason: .noNumber(text), position: rest.startIndex + 1)
    }
    return (.number(value), length)
  }

  private static func isDigit(_ character: Character) -> Bool {
    character.isASCII && character.isNumber
  }
}
