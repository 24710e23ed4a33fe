/// Reads and evaluates a formula in one pass, by recursive descent.
///
///     sum       = product { (+ | −) product }
///     product   = factor { (× | ÷) factor }
///     factor    = − factor | number | name | function | ( sum )
///     condition = sum (< | ≤ | > | ≥ | =) sum
struct ArithmeticReader {
  var tokens: [ArithmeticToken]
  var values: [String: Double]
  private var index = 0

  init(tokens: [ArithmeticToken], values: [String: Double]) {
    self.tokens = tokens
    self.values = values
  }

  mutating func wholeFormula() throws(ArithmeticFault) -> Double {
    let value = try sum()
    guard token.kind == .end else { throw fault(.expected("+, −, × or ÷")) }
    return value
  }

  private mutating func sum() throws(ArithmeticFault) -> Double {
    var value = try product()
    while true {
      if take("+") {
        value += try product()
      } else if take("-") {
        value -= try product()
      } else {
        return value
      }
    }
  }

  private mutating func product() throws(ArithmeticFault) -> Double {
    var value = try factor()
    while true {
      if take("*") {
        value *= try factor()
      } else if take("/") {
        value /= try factor()
      } else {
        return value
      }
    }
  }

  private mutating func factor() throws(ArithmeticFault) -> Double {
    if take("-") { return -(try factor()) }
    if take("(") {
      let value = try sum()
      try expect(")")
      return value
    }
    let word = token
    switch word.kind {
    case .number(let value):
      advance()
      return value
    case .name(let name):
      advance()
      return try take("(") ? function(name, at: word.position) : named(name, at: word.position)
    case .sign, .end:
      throw fault(.expected("a number, a name or ("))
    }
  }

  private func named(_ name: String, at position: Int) throws(ArithmeticFault) -> Double {
    guard let value = values[name] else {
      throw ArithmeticFault(reason: .unknownName(name), position: position)
    }
    return value
  }

  // The opening parenthesis is behind us.
  private mutating func function(
    _ name: String,
    at position: Int
  ) throws(ArithmeticFault) -> Double {
    switch name {
    case "min": return try arguments().reduce(.infinity) { min($0, $1) }
    case "max": return try arguments().reduce(-.infinity) { max($0, $1) }
    case "where": return try choice()
    default: throw ArithmeticFault(reason: .unknownFunction(name), position: position)
    }
  }

  private mutating func arguments() throws(ArithmeticFault) -> [Double] {
    var values = [try sum()]
    while take(",") { values.append(try sum()) }
    try expect(")")
    return values
  }

  private mutating func choice() throws(ArithmeticFault) -> Double {
    let isMet = try condition()
    try expect(",")
    let then = try sum()
    try expect(",")
    let otherwise = try sum()
    try expect(")")
    return isMet ? then : otherwise
  }

  private mutating func condition() throws(ArithmeticFault) -> Bool {
    let left = try sum()
    if take("<") { return left < (try sum()) }
    if take("<=") { return left <= (try sum()) }
    if take(">") { return left > (try sum()) }
    if take(">=") { return left >= (try sum()) }
    if take("=") { return left == (try sum()) }
    throw fault(.expected("<, ≤, >, ≥ or ="))
  }

  private var token: ArithmeticToken { tokens[index] }

  // The closing `.end` is never passed.
  private mutating func advance() {
    if index < tokens.count - 1 { index += 1 }
  }

  private mutating func take(_ sign: String) -> Bool {
    guard token.kind == .sign(sign) else { return false }
    advance()
    return true
  }

  private mutating func expect(_ sign: String) throws(ArithmeticFault) {
    guard take(sign) else { throw fault(.expected(sign)) }
  }

  private func fault(_ reason: ArithmeticFault.Reason) -> ArithmeticFault {
    ArithmeticFault(reason: reason, position: token.position)
  }
}
