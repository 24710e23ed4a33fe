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

@Test(arguments: seeds)
func a_month_is_cleared_where_a_rule_holds_and_no_other_is(seed: UInt64) {
  let bench = Workbench(seed: seed)
  defer { bench.keep() }
  let (words, rule) = (bench.wordRow(), bench.row())
  for lane in stride(from: 0, to: Lanes.count, by: 3) { rule[lane] = 0 }
  let old = words.values
  words.clearMonth(where: rule)
  for lane in 0..<Lanes.count {
    #expect(words[lane] == (rule[lane] == 0 ? old[lane] : old[lane] & ~1))
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
  let (words, row, base) = (bench.wordRow(), bench.row(), bench.row())
  for length in [1, 2, 3, 6, 12, 31, 32] {
    let old = row.values
    row.add(base, times: 0.1, from: words, length: length, run: 2.5)
    expectLanes(row.values, of: "run of \(length)", seed: seed) { lane in
      let single = words[lane] % 2 == 1 ? 1.0 : 0
      let run = (~words[lane]).trailingZeroBitCount
      return old[lane] + base[lane] * (0.1 * (run >= length ? 2.5 : single))
    }
  }
}

@Test(arguments: seeds)
func what_is_cleared_remembers_no_month(seed: UInt64) {
  let bench = Workbench(seed: seed)
  defer { bench.keep() }
  let (words, rule) = (bench.wordRow(), bench.row())
  for lane in 0..<Lanes.count where lane % 3 == 0 { rule[lane] = 0 }
  let old = words.values
  words.clear(where: rule)
  #expect(words.values == old.indices.map { rule[$0] == 0 ? old[$0] : 0 })
}

@Test(arguments: seeds)
func a_count_sees_only_its_window(seed: UInt64) {
  let bench = Workbench(seed: seed)
  defer { bench.keep() }
  let (words, row, ceiling) = (bench.wordRow(), bench.row(), bench.row())
  for (window, least) in [(1, 1), (6, 4), (12, 9), (12, 0), (32, 24), (32, 33)] {
    let old = row.values
    row.raise(to: ceiling, from: words, window: window, atLeast: least)
    expectLanes(row.values, of: "\(least) of \(window)", seed: seed) {
      let isReached = (words[$0] << UInt32(32 - window)).nonzeroBitCount >= least
      let raised = isReached ? ceiling[$0] : 0
      return raised > old[$0] ? raised : old[$0]
    }
  }
}

@Test(arguments: seeds)
func a_pair_counts_in_the_window_of_its_later_month(seed: UInt64) {
  let bench = Workbench(seed: seed)
  defer { bench.keep() }
  let (words, row) = (bench.wordRow(), bench.row())
  for (window, apart) in [(1, 1), (1, 31), (24, 8), (31, 1), (5, 3)] {
    let old = row.values
    row.addPairs(from: words, window: window, apart: apart, times: 0.75)
    expectLanes(row.values, of: "\(apart) apart of \(window)", seed: seed) { lane in
      let months = (0..<window).filter { later in
        [later, later + apart].allSatisfy { words[lane] >> UInt32($0) & 1 == 1 }
      }
      return old[lane] + 0.75 * Double(months.count)
    }
  }
}

@Test(arguments: seeds)
func only_the_months_up_to_the_last_are_counted(seed: UInt64) {
  let bench = Workbench(seed: seed)
  defer { bench.keep() }
  let (words, last) = (bench.wordRow(), bench.arena.row())
  for lane in 0..<Lanes.count { last[lane] = lane % 5 == 0 ? 1e9 : Double(lane % 70) }
  for (months, month) in [(1, 40), (7, 40), (28, 60), (32, 32), (32, 64)] {
    let count = bench.arena.wordRow()
    count.fill(2)
    count.count(words, months: months, upTo: last, in: month)
    let expected = (0..<Lanes.count).map { lane in
      2
        + (0..<months).count { ago in
          words[lane] >> UInt32(ago) & 1 == 1 && Double(month - ago) <= last[lane]
        }
    }
    #expect(count.values.map(Int.init) == expected)
  }
}

@Test(arguments: seeds)
func words_are_added_up_exactly(seed: UInt64) {
  let bench = Workbench(seed: seed)
  defer { bench.keep() }
  let (words, total) = (bench.wordRow(), bench.arena.wordRow())
  total.fill(2)
  total.add(words)
  for lanes in [0, 1, 7, 100, Lanes.count] {
    let values = (0..<lanes).map { UInt64(words[$0] &+ 2) }
    #expect(total.sum(first: lanes) == values.reduce(0, &+))
    #expect(total.sumOfSquares(first: lanes) == values.reduce(0) { $0 &+ $1 &* $1 })
  }
}

@Test(arguments: seeds)
func only_what_is_vacant_is_replaced(seed: UInt64) {
  let bench = Workbench(seed: seed)
  defer { bench.keep() }
  let (row, rule, first) = (bench.arena.row(), bench.arena.row(), bench.row())
  for lane in 0..<Lanes.count {
    (row[lane], rule[lane]) = ([9, 3][lane % 2], [0, 1][lane / 2 % 2])
  }
  let old = first.values
  row.replaceFirst(9, by: 5, where: rule, noting: first)
  expectLanes(row.values, of: "row", seed: seed) { $0 % 4 == 2 ? 5 : [9, 3][$0 % 2] }
  expectLanes(first.values, of: "first", seed: seed) { old[$0] + ($0 % 4 == 2 ? 1 : 0) }
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
