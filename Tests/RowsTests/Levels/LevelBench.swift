import CRows
import Testing

@testable import Rows

/// The operands of one trial, made anew from its seed for each level, and what became of them.
@safe
struct LevelBench {
  /// How the operands of a trial are chosen.
  enum Operands: CaseIterable {
    /// Random numbers, with ties and some at the ends of arithmetic.
    case random

    /// Every pair of special values, in the first two operands.
    case special

    /// Random numbers, where all operands of a type are one row.
    case inPlace
  }

  let bench: Workbench
  let comparison: RowsComparison
  let s: RowsMoney, a: RowsMoney, b: RowsMoney
  /// A row of its own even where all operands are one, to add to.
  let sum: RowsMoney
  let ls: RowsLatent, la: RowsLatent, lb: RowsLatent, lc: RowsLatent
  let w: RowsWords, v: RowsWords
  let months: [RowsMoney]
  let latentMonths: [RowsLatent]
  private var rows: [Row]
  private var latents: [LatentRow]
  private var words: [WordRow]

  init(seed: UInt64, operands: Operands, comparison: Comparison) {
    bench = Workbench(seed: seed)
    self.comparison = comparison.code
    rows = LevelBench.four(operands, bench.row)
    latents = LevelBench.four(operands, bench.latentRow)
    words = LevelBench.four(operands, bench.wordRow)
    if operands == .special { LevelBench.cross(rows, latents) }
    unsafe (s, a, b) = (rows[0].lanes, rows[1].lanes, rows[2].lanes)
    unsafe (ls, la, lb, lc) = (
      latents[0].lanes, latents[1].lanes, latents[2].lanes, latents[3].lanes
    )
    unsafe (w, v) = (words[0].lanes, words[1].lanes)
    let summed = bench.row()
    unsafe sum = summed.lanes
    rows.append(summed)
    let (drawn, latentsDrawn) = (bench.arena.rows(4), bench.arena.latentRows(4))
    unsafe months = drawn.map { unsafe $0.lanes }
    unsafe latentMonths = latentsDrawn.map { unsafe $0.lanes }
    rows += drawn
    latents += latentsDrawn
  }

  /// A constant: special half of the time.
  func constant() -> Double {
    bench.dice.next() % 2 == 0
      ? LevelBench.specials[Int(bench.dice.next() % 16)] : bench.number()
  }

  /// A factor, half of the time none.
  func factor() -> RowsMoneyFactor? {
    unsafe bench.dice.next() % 2 == 0 ? UnsafePointer(b) : nil
  }

  /// How many of `most`, which may be none.
  func pick(_ most: UInt64) -> Int32 { Int32(bench.dice.next() % most) }

  /// A constant in single precision.
  func latentConstant() -> Float { Float(constant()) }

  /// A mask or any other word.
  func word() -> UInt32 { UInt32(truncatingIfNeeded: bench.dice.next()) }

  /// What `words` weigh where a run is of any of the last `bits` months.
  func run(_ words: RowsWords, ofAtMost bits: UInt32) -> RowsRun {
    unsafe rows_run(words, word() >> (32 - bits), constant(), constant())
  }

  /// How many months of a window must have their bits; sometimes more than there are.
  func least() -> Int32 { Int32(bench.dice.next() % 36) - 1 }

  /// The number of a first future, half of the time so near 2³² that the lanes pass it.
  func future() -> UInt32 { bench.dice.next() % 2 == 0 ? word() : 0 &- word() % 256 }

  /// How many lanes a reduction takes: all of them every fourth time.
  func count() -> Int32 {
    bench.dice.next() % 4 == 0 ? ROWS_LANES : Int32(bench.dice.next() % UInt64(ROWS_LANES + 1))
  }

  /// The bits of every row after the operation, where all NaNs are one.
  func bits() -> [UInt64] {
    defer { bench.keep() }
    return rows.flatMap { $0.values.map(LevelBench.bits) }
      + latents.flatMap { $0.values.map { LevelBench.bits(Double($0)) } }
      + words.flatMap { $0.values.map(UInt64.init) }
  }

  static func bits(_ x: Double) -> UInt64 { x.isNaN ? Double.nan.bitPattern : x.bitPattern }

  /// Sixteen, so that their pairs fill the lanes of a row.
  private static let specials: [Double] = [
    0, -0.0, 1, -1, .nan, .infinity, -.infinity, .leastNonzeroMagnitude, -0x1p-1070,
    .leastNormalMagnitude, .greatestFiniteMagnitude, -1e308, 0.5, 709.78, -745.1, 0x1.8p52,
  ]

  /// The like in single precision: the ends of single precision instead of those of double.
  private static let latentSpecials: [Float] = [
    0, -0.0, 1, -1, .nan, .infinity, -.infinity, .leastNonzeroMagnitude, -0x1p-140,
    .leastNormalMagnitude, .greatestFiniteMagnitude, -1e38, 0.5, 16_777_216, -0.1, 0x1p-126,
  ]

  private static func four<R>(_ operands: Operands, _ make: () -> R) -> [R] {
    let first = make()
    return (0..<4).map { operands == .inPlace || $0 == 0 ? first : make() }
  }

  private static func cross(_ rows: [Row], _ latents: [LatentRow]) {
    for lane in 0..<Lanes.count {
      let (i, j) = (lane % 16, lane / 16 % 16)
      (rows[0][lane], latents[0][lane]) = (specials[(i + j) % 16], latentSpecials[(i + j) % 16])
      (rows[1][lane], latents[1][lane]) = (specials[i], latentSpecials[i])
      (rows[2][lane], latents[2][lane]) = (specials[j], latentSpecials[j])
    }
  }
}
