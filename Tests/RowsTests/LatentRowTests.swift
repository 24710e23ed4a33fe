import Rows
import Testing

private let (a, b): (Float, Float) = (0.7, 0.3)

private struct Latents {
  let bench: Workbench
  let s: LatentRow
  let x: LatentRow
  let y: LatentRow

  init(seed: UInt64) {
    bench = Workbench(seed: seed)
    (s, x, y) = (bench.latentRow(), bench.latentRow(), bench.latentRow())
  }
}

private func expect(
  _ name: String,
  _ act: (Latents) -> Void,
  _ formula: (_ s: Float, _ x: Float, _ y: Float) -> Float
) {
  for seed in seeds {
    let latents = Latents(seed: seed)
    defer { latents.bench.keep() }
    let old = latents.s.values
    act(latents)
    expectLanes(latents.s.values, of: name, seed: seed) {
      formula(old[$0], latents.x[$0], latents.y[$0])
    }
  }
}

@Test func latent_operations_have_the_bits_of_their_formulas() {
  expect("fill", { $0.s.fill(a) }, { _, _, _ in a })
  expect("copy", { $0.s.copy($0.x) }, { _, x, _ in x })
  expect("add", { $0.s.add($0.x) }, { s, x, _ in s + x })
  expect("add constant", { $0.s.add(a) }, { s, _, _ in s + a })
  expect("add scaled", { $0.s.add($0.x, times: a) }, { s, x, _ in s + x * a })
  expect("add product", { $0.s.add($0.x, times: $0.y) }, { s, x, y in s + x * y })
  expect("multiply", { $0.s.multiply(by: $0.x) }, { s, x, _ in s * x })
  expect("multiply constant", { $0.s.multiply(by: a) }, { s, _, _ in s * a })
}

@Test func a_coefficient_is_a_constant_or_a_row() {
  expect("fill c", { $0.s.fill(.constant(a)) }, { _, _, _ in a })
  expect("fill r", { $0.s.fill(.row($0.y)) }, { _, _, y in y })
  expect("add c", { $0.s.add(.constant(a)) }, { s, _, _ in s + a })
  expect("add r", { $0.s.add(.row($0.y)) }, { s, _, y in s + y })
  expect("add times c", { $0.s.add($0.x, times: .constant(a)) }, { s, x, _ in s + x * a })
  expect("add times r", { $0.s.add($0.x, times: .row($0.y)) }, { s, x, y in s + x * y })
  expect("multiply c", { $0.s.multiply(by: .constant(a)) }, { s, _, _ in s * a })
  expect("multiply r", { $0.s.multiply(by: .row($0.y)) }, { s, _, y in s * y })
}

/// The rows and the factor of each.
private func weighted(_ terms: [(LatentRow, Coefficient)]) -> WeightedRows {
  var rows = WeightedRows()
  for (row, coefficient) in terms { rows.append(row, times: coefficient) }
  return rows
}

extension LatentRow {
  /// Takes one step by itself.
  fileprivate func autoregress(
    persistence: Coefficient, innovation: WeightedRows, spread: Coefficient
  ) {
    LatentRun {
      $0.autoregress(self, persistence: persistence, innovation: innovation, spread: spread)
    }.run()
  }

  fileprivate func combine(_ c: Float, from first: LatentRow? = nil, _ rows: WeightedRows) {
    LatentRun { $0.combine(self, c, from: first, rows) }.run()
  }
}

@Test func autoregression_takes_each_kind_of_coefficient() {
  let (c, d) = (Coefficient.constant(a), Coefficient.constant(b))
  let one: (Latents) -> WeightedRows = { weighted([($0.x, .constant(1))]) }
  expect(
    "cc",
    { $0.s.autoregress(persistence: c, innovation: one($0), spread: d) },
    { s, x, _ in a * s + x * b }
  )
  expect(
    "all constant",
    {
      let rows = weighted([($0.x, d), ($0.y, c)])
      $0.s.autoregress(persistence: c, innovation: rows, spread: d)
    },
    { s, x, y in (a * s + x * (b * b)) + y * (a * b) }
  )
  expect(
    "cr",
    { $0.s.autoregress(persistence: c, innovation: one($0), spread: .row($0.y)) },
    { a * $0 + $2 * (0 + $1) }
  )
  expect(
    "rc",
    { $0.s.autoregress(persistence: .row($0.y), innovation: one($0), spread: d) },
    { $2 * $0 + b * (0 + $1) }
  )
  expect(
    "rr",
    { $0.s.autoregress(persistence: .row($0.y), innovation: one($0), spread: .row($0.x)) },
    { $2 * $0 + $1 * (0 + $1) }
  )
  expect(
    "correlated",
    {
      let rows = weighted([($0.x, d), ($0.y, .row($0.x)), ($0.x, c)])
      $0.s.autoregress(persistence: c, innovation: rows, spread: d)
    },
    { s, x, y in a * s + b * ((0 + x * b + y * x) + x * a) }
  )
  expect(
    "nothing to move by",
    { $0.s.autoregress(persistence: c, innovation: weighted([]), spread: d) },
    { s, _, _ in a * s }
  )
}

@Test func a_combination_adds_its_rows_in_order() {
  expect("constant", { $0.s.combine(a, weighted([])) }, { _, _, _ in a })
  expect(
    "two rows",
    { $0.s.combine(a, weighted([($0.x, .constant(b)), ($0.y, .row($0.x))])) },
    { _, x, y in (a + x * b) + y * x }
  )
  expect(
    "from a row",
    { $0.s.combine(a, from: $0.x, weighted([($0.y, .constant(b))])) },
    { _, x, y in (x + a) + y * b }
  )
  expect(
    "with itself",
    { $0.s.combine(0, weighted([($0.s, .constant(b)), ($0.s, .row($0.x))])) },
    { s, x, _ in 0 + s * b + s * x }
  )
}

@Test(arguments: [true, false])
func what_goes_side_by_side_makes_what_it_makes_one_after_the_other(areConstant: Bool) {
  for seed in seeds {
    let bench = Workbench(seed: seed)
    defer { bench.keep() }
    let fourRows = { (0..<4).map { _ in bench.latentRow() } }
    let (given, together, alone) = (fourRows(), fourRows(), fourRows())
    for (row, its) in zip(alone, together) { row.copy(its) }
    let coefficient: (Float) -> Coefficient = { areConstant ? .constant($0) : .row(given[3]) }
    // Of two rows that both read, the second reads one of them twice and in another order.
    let moves = { (followed: LatentRow) in
      [
        [(given[0], a), (followed, b), (given[2], a)],
        [(given[2], b), (given[0], b), (given[0], a)],
      ].map { weighted($0.map { ($0.0, coefficient($0.1)) }) }
    }
    let parts = { (state: LatentRow, followed: LatentRow) in
      weighted([(given[0], coefficient(a)), (followed, .constant(b)), (state, coefficient(b))])
    }
    var program = LatentProgram()
    for (state, move) in zip(together, moves(given[1])) {
      program.autoregress(
        state, persistence: coefficient(a), innovation: move, spread: coefficient(b))
    }
    for state in 0..<2 {
      program.combine(together[2 + state], a, parts(together[state], given[1]))
    }
    let run = LatentRun(program, following: [given[1]])
    run.follow(0, given[2])
    run.setConstant(b, of: 3)
    run.run()
    for (state, move) in zip(alone, moves(given[2])) {
      state.autoregress(persistence: coefficient(a), innovation: move, spread: coefficient(b))
    }
    for (state, c) in [a, b].enumerated() {
      alone[2 + state].combine(c, parts(alone[state], given[2]))
    }
    for (row, its) in zip(alone, together) {
      expectLanes(its.values, of: "side by side", seed: seed) { row[$0] }
    }
  }
}

@Test func what_reads_the_row_before_it_is_taken_after_it() {
  let bench = Workbench(seed: 3)
  defer { bench.keep() }
  let (x, y, s) = (bench.latentRow(), bench.latentRow(), bench.latentRow())
  let ways: [(persistence: Coefficient, row: LatentRow, factor: Coefficient, spread: Coefficient)] =
    [
      (.row(x), s, .constant(1), .constant(1)), (.constant(0), x, .constant(1), .constant(1)),
      (.constant(0), s, .row(x), .constant(1)), (.constant(0), s, .constant(1), .row(x)),
    ]
  // x is 1, and then 5: y = 5 · 2 + 3, 5 · 1, 3 · 5, and 5 · 3.
  // Steps of one kind go side by side, those that are constant or those that are not.
  let five = bench.latentRow()
  five.fill(5)
  for (way, expected) in zip(ways, [13, 5, 15, 15] as [Float]) {
    for factor in [Coefficient.constant(5), .row(five)] {
      for (row, value) in [(x, 1), (y, 2), (s, 3)] as [(LatentRow, Float)] { row.fill(value) }
      LatentRun {
        $0.autoregress(x, persistence: factor, innovation: weighted([]), spread: .constant(0))
        $0.autoregress(
          y, persistence: way.persistence, innovation: weighted([(way.row, way.factor)]),
          spread: way.spread)
      }.run()
      #expect(y[0] == expected)
    }
  }
  LatentRun {
    $0.combine(x, 7, weighted([]))
    $0.combine(y, 0, from: x, weighted([]))
  }.run()
  #expect(y[0] == 7)
}

@Test func a_row_that_is_stepped_twice_is_stepped_one_time_after_the_other() {
  let bench = Workbench(seed: 4)
  defer { bench.keep() }
  let x = bench.latentRow()
  x.fill(1)
  var program = LatentProgram()
  for factor in [3, 5] as [Float] {
    program.autoregress(
      x, persistence: .constant(factor), innovation: weighted([]), spread: .constant(0))
  }
  LatentRun(program, following: []).run()
  #expect(x[0] == 15)
}

@Test func narrowing_rounds_to_nearest() {
  let bench = Workbench(seed: 8)
  defer { bench.keep() }
  let (latent, row) = (bench.latentRow(), bench.row())
  latent.narrow(row)
  expectLanes(latent.values, of: "narrow", seed: 8) { Float(row[$0]) }
}
