import Rows
import Testing

private let comparisons: [(Comparison, @Sendable (Double, Double) -> Bool)] = [
  (.below, { $0 < $1 }), (.atMost, { $0 <= $1 }), (.above, { $0 > $1 }), (.atLeast, { $0 >= $1 }),
]

private func expectPush(
  seed: UInt64,
  _ act: (Workbench, WordRow, Comparison) -> (values: [Double], targets: [Double])
) {
  for (comparison, holds) in comparisons {
    let bench = Workbench(seed: seed)
    defer { bench.keep() }
    let words = bench.wordRow()
    let old = words.values
    let (values, targets) = act(bench, words, comparison)
    for lane in 0..<Lanes.count {
      let bit: UInt32 = holds(values[lane], targets[lane]) ? 1 : 0
      #expect(words[lane] == old[lane] << 1 | bit, "\(comparison), seed \(seed), lane \(lane)")
    }
  }
}

@Test(arguments: seeds)
func a_push_moves_the_window_and_compares(seed: UInt64) {
  expectPush(seed: seed) { bench, words, comparison in
    let (value, target) = (bench.row(), bench.row())
    words.push(value, comparison, target)
    return (value.values, target.values)
  }
  expectPush(seed: seed) { bench, words, comparison in
    let value = bench.row()
    words.push(value, comparison, 0.25)
    return (value.values, Array(repeating: 0.25, count: Lanes.count))
  }
  expectPush(seed: seed) { bench, words, comparison in
    let (value, target) = (bench.latentRow(), bench.latentRow())
    words.push(value, comparison, target)
    return (value.values.map(Double.init), target.values.map(Double.init))
  }
  expectPush(seed: seed) { bench, words, comparison in
    let value = bench.latentRow()
    words.push(value, comparison, 0.25)
    return (value.values.map(Double.init), Array(repeating: 0.25, count: Lanes.count))
  }
}

@Test func an_unknown_attainment_is_no_miss() {
  let bench = Workbench(seed: 1)
  defer { bench.keep() }
  let (words, attainment) = (bench.arena.wordRow(), bench.arena.row())
  attainment.fill(.nan)
  for comparison in [Comparison.below, .atMost, .above, .atLeast] {
    words.push(attainment, comparison, 0.99)
  }
  #expect(words.values.allSatisfy { $0 == 0 })
}

@Test(arguments: seeds)
func a_run_needs_every_month_of_its_length(seed: UInt64) {
  let bench = Workbench(seed: seed)
  defer { bench.keep() }
  let (words, row) = (bench.wordRow(), bench.arena.row())
  for length in [1, 2, 3, 6, 12, 31, 32] {
    row.setRun(from: words, length: length, run: 2, single: 1, none: 0.5)
    expectLanes(row.values, of: "run of \(length)", seed: seed) {
      let single = words[$0] % 2 == 1 ? 1 : 0.5
      return (~words[$0]).trailingZeroBitCount >= length ? 2 : single
    }
  }
}

@Test(arguments: seeds)
func a_count_sees_only_its_window(seed: UInt64) {
  let bench = Workbench(seed: seed)
  defer { bench.keep() }
  let (words, row) = (bench.wordRow(), bench.arena.row())
  for (window, least) in [(1, 1), (6, 4), (12, 9), (12, 0), (32, 24), (32, 33)] {
    row.setCount(from: words, window: window, atLeast: least)
    expectLanes(row.values, of: "\(least) of \(window)", seed: seed) {
      (words[$0] << UInt32(32 - window)).nonzeroBitCount >= least ? 1 : 0
    }
  }
}

@Test(arguments: seeds)
func this_month_is_bit_zero(seed: UInt64) {
  let bench = Workbench(seed: seed)
  defer { bench.keep() }
  let (words, row, sum, weight) = (bench.wordRow(), bench.row(), bench.row(), bench.row())
  let old = sum.values
  row.set(from: words, hit: 3, miss: -1)
  expectLanes(row.values, of: "set", seed: seed) { words[$0] & 1 == 1 ? 3 : -1 }
  sum.addBit(from: words, weight: weight)
  expectLanes(sum.values, of: "add bit", seed: seed) {
    old[$0] + (words[$0] & 1 == 1 ? weight[$0] : 0)
  }
}

@Test func words_are_filled_and_copied() {
  let bench = Workbench(seed: 3)
  defer { bench.keep() }
  let (words, other) = (bench.wordRow(), bench.wordRow())
  words.copy(other)
  #expect(words.values == other.values)
  words.fill(5)
  #expect(words.values.allSatisfy { $0 == 5 })
}
