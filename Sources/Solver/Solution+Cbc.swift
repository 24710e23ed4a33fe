extension Solution {
  /// Reads what `cbc` wrote of `program`: a line that says how it ended, then position, name, value
  /// and reduced cost of each variable that is not 0.
  ///
  /// - Throws: ``SolverError/failed(_:)`` for what cannot be read.
  init(_ written: String, said: String, of program: MixedProgram) throws(SolverError) {
    let lines = written.split(separator: "\n")
    guard let first = lines.first else { throw .failed("its answer is empty") }
    if first.contains("nfeasible") {
      self.init(end: .infeasible, values: nil, bound: .infinity)
      return
    }
    let isOptimal = first.hasPrefix("Optimal")
    guard isOptimal || first.hasPrefix("Stopped") else { throw .failed(String(first)) }
    // Where it was stopped without a solution it writes a point that meets not all rows.
    guard isOptimal || Self.number(after: "Objective value:", in: said) != nil else {
      self.init(end: .stopped, values: nil, bound: Self.bound(in: said) ?? -.infinity)
      return
    }
    var values = Array(repeating: 0.0, count: program.variables.count)
    for line in lines.dropFirst() {
      let words = line.split(separator: " ").filter { $0 != "**" }
      guard words.count == 4, words[1].first == "x", let place = Int(words[1].dropFirst()),
        values.indices.contains(place), let value = Double(words[2])
      else { throw .failed("its answer has the line \(line.prefix(80))") }
      values[place] = program.variables[place].isWhole ? value.rounded() : value
    }
    let cost = program.cost(of: values)
    let bound = Self.bound(in: said) ?? (isOptimal ? cost : -.infinity)
    self.init(end: isOptimal ? .optimal : .stopped, values: values, bound: min(bound, cost))
  }

  /// What became of a program of which nothing was written but `said`.
  ///
  /// A solver that is stopped before it listens has ended without a word.
  init(withoutValues said: String, wasStopped: Bool) throws(SolverError) {
    if said.contains("nfeasible") {
      self.init(end: .infeasible, values: nil, bound: .infinity)
    } else if wasStopped {
      self.init(end: .stopped, values: nil, bound: Self.bound(in: said) ?? -.infinity)
    } else {
      throw .failed(said.split(separator: "\n").last.map { String($0.prefix(120)) } ?? "no answer")
    }
  }

  private static func bound(in said: String) -> Double? {
    number(after: "Lower bound:", in: said)
  }

  private static func number(after words: String, in said: String) -> Double? {
    let line = said.split(separator: "\n").last { $0.hasPrefix(words) }
    return line?.split(separator: " ").last.flatMap { Double($0) }
  }
}
