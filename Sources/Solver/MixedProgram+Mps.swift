extension MixedProgram {
  /// The program in free MPS, every number in the digits that read back as the same.
  ///
  /// A variable is called `x` and its position, a row `r` and its.
  var mps: String {
    var text = "NAME award FREE\nROWS\n N cost\n"
    for (place, row) in rows.enumerated() { text += " \(row.letter) r\(place)\n" }
    writeColumns(to: &text)
    text += "RHS\n"
    for (place, row) in rows.enumerated() where row.rightSide != 0 {
      text += " rhs r\(place) \(row.rightSide)\n"
    }
    writeRanges(to: &text)
    writeBounds(to: &text)
    return text + "ENDATA\n"
  }

  private func writeColumns(to text: inout String) {
    var columns = variables.map { $0.cost == 0 ? [] : ["cost \($0.cost)"] }
    for (place, row) in rows.enumerated() {
      for term in row.terms.together where term.factor != 0 {
        columns[term.variable].append("r\(place) \(term.factor)")
      }
    }
    text += "COLUMNS\n"
    var isWhole = false
    for (place, variable) in variables.enumerated() {
      if variable.isWhole != isWhole {
        text += " m\(place) 'MARKER' '\(variable.isWhole ? "INTORG" : "INTEND")'\n"
        isWhole = variable.isWhole
      }
      // A variable that stands nowhere is there all the same.
      for entry in columns[place].isEmpty ? ["cost 0"] : columns[place] {
        text += " x\(place) \(entry)\n"
      }
    }
    if isWhole { text += " m 'MARKER' 'INTEND'\n" }
  }

  private func writeRanges(to text: inout String) {
    let ranged = rows.enumerated().filter { _, row in
      row.lower.isFinite && row.upper.isFinite && row.lower != row.upper
    }
    guard !ranged.isEmpty else { return }
    text += "RANGES\n"
    for (place, row) in ranged { text += " range r\(place) \(row.upper - row.lower)\n" }
  }

  private func writeBounds(to text: inout String) {
    text += "BOUNDS\n"
    for (place, variable) in variables.enumerated() {
      if variable.lower == -.infinity {
        text += " MI bound x\(place)\n"
      } else if variable.lower != 0 {
        text += " LO bound x\(place) \(variable.lower)\n"
      }
      if variable.upper.isFinite { text += " UP bound x\(place) \(variable.upper)\n" }
    }
  }
}

extension [MixedProgram.Term] {
  /// The terms, those of one variable added up: MPS knows each entry once.
  fileprivate var together: [MixedProgram.Term] {
    var places: [Int: Int] = [:]
    var sums: [MixedProgram.Term] = []
    for term in self {
      if let place = places[term.variable] {
        sums[place].factor += term.factor
      } else {
        places[term.variable] = sums.count
        sums.append(term)
      }
    }
    return sums
  }
}

extension MixedProgram.Row {
  /// How MPS calls the row: equal, at most, at least.
  fileprivate var letter: String {
    if lower == upper { return "E" }
    return upper.isFinite ? "L" : "G"
  }

  fileprivate var rightSide: Double { upper.isFinite ? upper : lower }
}
