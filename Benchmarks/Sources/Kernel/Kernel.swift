import Assay
import Timing

/// Times the parts of the kernel: `Kernel EVENT` prints a table in Markdown, with a column for each
/// instruction set that this machine runs.
///
/// It is a program of its own and not a benchmark suite of a package: a median of repeated runs is
/// all that is asked, and it takes no dependency.
@main struct Kernel {
  static func main() async throws {
    guard CommandLine.arguments.count == 2 else {
      print("usage: Kernel EVENT")
      return
    }
    let workload = try Workload(CommandLine.arguments[1])
    var columns: [[Part]] = []
    for level in Level.all {
      level.use()
      let stages = EventParts(workload)
      let whole = await workload.parts(settling: stages.block)
      columns.append(RowParts().parts + stages.parts + whole)
    }
    printTable(Level.all.map(\.name), columns)
    print("\nClock: \(gigahertz().formatted(2)) GHz, by dependent multiplications of 3 cycles.")
  }

  private static func printTable(_ names: [String], _ columns: [[Part]]) {
    print("| part | for each | \(names.map { "\($0), ns" }.joined(separator: " | ")) |")
    print("|---|---|" + String(repeating: "--:|", count: names.count))
    for (row, part) in columns[0].enumerated() {
      let figures = columns.map { $0[row].nanoseconds.formatted(3) }
      print("| \(part.name) | \(part.unit) | \(figures.joined(separator: " | ")) |")
    }
  }

  /// The clock rate, from a chain of 64-bit multiplications that each wait for the last: 3 cycles
  /// on every x86-64 processor since 2008 and on current arm64 cores.
  private static func gigahertz() -> Double {
    var x: UInt64 = CommandLine.arguments.isEmpty ? 2 : 3
    let steps = 100_000
    let nanoseconds = Timing.nanoseconds(for: steps) {
      for _ in 0..<steps { x = x &* x }
    }
    precondition(x & 1 == 1, "odd numbers multiply to an odd number")
    return 3 / nanoseconds
  }
}

/// A part of the kernel and what it takes.
struct Part {
  /// What is done.
  let name: String

  /// What it is done to.
  let unit: String

  /// The time for each unit.
  let nanoseconds: Double

  init(_ name: String, per unit: String, _ nanoseconds: Double) {
    (self.name, self.unit, self.nanoseconds) = (name, unit, nanoseconds)
  }
}

extension Double {
  /// The number in decimal digits, of which `digits` are significant or, above 10^digits, all.
  func formatted(_ digits: Int) -> String {
    var scale = 1.0
    var places = 0
    while self * scale < 1, places < 6 { (scale, places) = (scale * 10, places + 1) }
    while places < 6, (self * scale).rounded() < pow10(digits - 1) {
      (scale, places) = (scale * 10, places + 1)
    }
    let whole = Int((self * scale).rounded())
    guard places > 0 else { return "\(whole)" }
    let fraction = String(whole % Int(scale))
    return "\(whole / Int(scale)).\(String(repeating: "0", count: places - fraction.count))"
      + fraction
  }

  private func pow10(_ exponent: Int) -> Double {
    (0..<exponent).reduce(1) { product, _ in product * 10 }
  }
}
