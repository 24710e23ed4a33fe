import CRows

@testable import Rows

/// Every operation, called with the operands of a bench.
enum OperationTrials {
  static var all: [OperationTrial] {
    arithmetic + limits + bands + indicators + functions + reductions + latents + words + draws
  }

  private static let arithmetic = unsafe [
    OperationTrial(\.fill) { unsafe $0($1.s, $1.constant()) },
    OperationTrial(\.copy) { unsafe $0($1.s, $1.a) },
    OperationTrial(\.widen) { unsafe $0($1.s, $1.ls) },
    OperationTrial(\.add) { unsafe $0($1.s, $1.a) },
    OperationTrial(\.add_constant) { unsafe $0($1.s, $1.constant()) },
    OperationTrial(\.subtract) { unsafe $0($1.s, $1.a) },
    OperationTrial(\.multiply) { unsafe $0($1.s, $1.a) },
    OperationTrial(\.multiply_constant) { unsafe $0($1.s, $1.constant()) },
    OperationTrial(\.divide) { unsafe $0($1.s, $1.a) },
    OperationTrial(\.complement) { unsafe $0($1.s) },
    OperationTrial(\.add_scaled) { unsafe $0($1.s, $1.a, $1.constant(), $1.factor()) },
    OperationTrial(\.set_scaled) { unsafe $0($1.s, $1.a, $1.constant(), $1.factor()) },
    OperationTrial(\.post) { operation, bench in
      let posts = unsafe [
        RowsPost(amount: bench.a, weight: bench.factor(), discount: bench.constant()),
        RowsPost(amount: bench.b, weight: bench.factor(), discount: bench.constant()),
      ]
      unsafe operation(
        bench.s, bench.pick(2) == 0 ? nil : bench.sum, posts, bench.pick(3))
    },
  ]

  private static let limits = unsafe [
    OperationTrial(\.limit_at_most) { unsafe $0($1.s, $1.a) },
    OperationTrial(\.limit_at_least) { unsafe $0($1.s, $1.a) },
    OperationTrial(\.set_at_least) { unsafe $0($1.s, $1.a, $1.constant()) },
    OperationTrial(\.set_shortfall) { unsafe $0($1.s, $1.a, $1.b, $1.constant()) },
    OperationTrial(\.clip) { unsafe $0($1.s, $1.constant(), $1.constant()) },
  ]

  private static let bands = unsafe [
    OperationTrial(\.add_bands) { operation, bench in
      let constant = bench.constant
      let count = Int(bench.pick(6))
      var bands = (0..<count).map { _ in RowsBand(rate: constant(), to: constant()) }
      // Prices begin at 0, and their last band has no end.
      let isPrice = bench.pick(2) == 0
      if isPrice && count > 0 { bands[count - 1].to = .infinity }
      unsafe operation(
        bench.s, bench.a, isPrice ? 0 : constant(), bands, Int32(count), bench.factor())
    },
    OperationTrial(\.add_outside) {
      unsafe $0(
        $1.s, $1.a, $1.constant(), $1.constant(), $1.constant(), $1.constant(), $1.factor())
    },
    OperationTrial(\.add_beyond) {
      unsafe $0($1.s, $1.a, $1.constant(), $1.constant(), $1.constant(), $1.factor())
    },
    OperationTrial(\.add_below) {
      unsafe $0($1.s, $1.a, $1.constant(), $1.constant(), $1.constant(), $1.factor())
    },
  ]

  private static let indicators = unsafe [
    OperationTrial(\.indicate) { unsafe $0($1.s, $1.a, $1.comparison, $1.b) },
    OperationTrial(\.indicate_constant) { unsafe $0($1.s, $1.a, $1.comparison, $1.constant()) },
    OperationTrial(\.add_runs) { operation, bench in
      // Runs of any length, of which those of three months at most may be weighed in a way of their own.
      for bits in [32, 8, 4, 3, 3, 2, 1, 0] as [UInt32] {
        var run = unsafe bench.run(bench.w, ofAtMost: bits)
        unsafe operation(bench.s, bench.a, &run, 1)
      }
      // To a row that is none of theirs, several at once and none.
      for bits in [[3, 2, 3], [3, 4], []] as [[UInt32]] {
        let runs = unsafe bits.map { unsafe bench.run(bench.v, ofAtMost: $0) }
        unsafe operation(bench.sum, bench.a, runs, Int32(runs.count))
      }
    },
    OperationTrial(\.add_count) { unsafe $0($1.s, $1.w, $1.word(), $1.constant()) },
    OperationTrial(\.add_pairs) {
      for apart in [1, 2, 8, 31] as [Int32] {
        unsafe $0($1.s, $1.w, $1.word(), apart, $1.constant())
      }
    },
    OperationTrial(\.raise_count) { unsafe $0($1.s, $1.w, $1.word(), $1.least(), $1.a) },
    OperationTrial(\.replace_first) {
      unsafe $0($1.s, $1.sum, $1.a, $1.constant(), $1.constant())
    },
  ]

  private static let functions = unsafe [
    OperationTrial(\.exponentiate) { unsafe $0($1.s) },
    OperationTrial(\.logistic) { unsafe $0($1.s) },
    OperationTrial(\.square_root) { unsafe $0($1.s) },
  ]

  private static let reductions = unsafe [
    OperationTrial(returning: \.sum) { unsafe $0($1.s, $1.count()) },
    OperationTrial(returning: \.sum_of_products) { unsafe $0($1.s, $1.a, $1.count()) },
    OperationTrial(returning: \.minimum) { unsafe $0($1.s, $1.count()) },
    OperationTrial(returning: \.maximum) { unsafe $0($1.s, $1.count()) },
  ]

  private static let latents = unsafe [
    OperationTrial(\.latent_fill) { unsafe $0($1.ls, $1.latentConstant()) },
    OperationTrial(\.latent_copy) { unsafe $0($1.ls, $1.la) },
    OperationTrial(\.latent_narrow) { unsafe $0($1.ls, $1.s) },
    OperationTrial(\.latent_add) { unsafe $0($1.ls, $1.la) },
    OperationTrial(\.latent_add_constant) { unsafe $0($1.ls, $1.latentConstant()) },
    OperationTrial(\.latent_add_scaled) { unsafe $0($1.ls, $1.la, $1.latentConstant()) },
    OperationTrial(\.latent_add_product) { unsafe $0($1.ls, $1.la, $1.lb) },
    OperationTrial(\.latent_multiply) { unsafe $0($1.ls, $1.la) },
    OperationTrial(\.latent_multiply_constant) { unsafe $0($1.ls, $1.latentConstant()) },
    OperationTrial(\.latent_run) { operation, bench in
      let constant = bench.latentConstant
      let factors = unsafe [
        RowsFactor(row: nil, constant: constant()),
        RowsFactor(row: UnsafePointer(bench.la), constant: 0),
      ]
      let shares = [ROWS_FIRST, ROWS_SECOND, ROWS_BOTH]
      for choice in 0..<12 {
        let share = shares[choice % 3]
        let terms = unsafe [
          RowsTerm(row: bench.la, first: factors[0], second: factors[1], share: share),
          RowsTerm(
            row: bench.lb, first: RowsFactor(row: UnsafePointer(bench.lc), constant: 0),
            second: factors[0], share: ROWS_BOTH),
          RowsTerm(
            row: bench.ls, first: RowsFactor(row: nil, constant: constant()), second: factors[0],
            share: share),
        ]
        let none = unsafe RowsMade(
          row: nil, from: nil, persistence: factors[0], spread: factors[0], constant: 0)
        let steps = unsafe [
          RowsStep(
            first: RowsMade(
              row: bench.ls, from: nil, persistence: factors[choice / 3 / 2],
              spread: factors[choice / 3 % 2], constant: 0),
            second: RowsMade(
              row: bench.lc, from: nil, persistence: factors[choice / 3 % 2],
              spread: factors[choice / 3 / 2], constant: 0),
            is_autoregression: 1, is_constant: 0, first_term: 0, terms: 3),
          RowsStep(
            first: RowsMade(
              row: bench.lb, from: choice < 6 ? nil : UnsafePointer(bench.la),
              persistence: factors[0], spread: factors[0], constant: constant()),
            second: none, is_autoregression: 0, is_constant: 0, first_term: 1, terms: 2),
          RowsStep(
            first: RowsMade(
              row: bench.la, from: choice % 2 == 0 ? nil : UnsafePointer(bench.lc),
              persistence: factors[0], spread: factors[0], constant: constant()),
            second: choice < 6
              ? none
              : RowsMade(
                row: bench.lb, from: choice % 4 < 2 ? nil : UnsafePointer(bench.ls),
                persistence: factors[0], spread: factors[0], constant: constant()),
            is_autoregression: 0, is_constant: 1, first_term: 2, terms: 1),
          RowsStep(
            first: RowsMade(
              row: bench.lc, from: nil, persistence: factors[0], spread: factors[0], constant: 0),
            second: choice < 6
              ? none
              : RowsMade(
                row: bench.lb, from: nil, persistence: factors[0], spread: factors[0],
                constant: 0),
            is_autoregression: 1, is_constant: 1, first_term: 2, terms: 1),
        ]
        unsafe operation(steps, 4, terms)
      }
    },
  ]

  private static let words = unsafe [
    OperationTrial(\.words_fill) { unsafe $0($1.w, $1.word()) },
    OperationTrial(\.words_copy) { unsafe $0($1.w, $1.v) },
    OperationTrial(\.words_push_latent) { unsafe $0($1.w, $1.ls, $1.comparison, $1.la) },
    OperationTrial(\.words_push_latent_constant) {
      unsafe $0($1.w, $1.ls, $1.comparison, $1.latentConstant())
    },
    OperationTrial(\.words_push_row) { unsafe $0($1.w, $1.s, $1.comparison, $1.a) },
    OperationTrial(\.words_push_row_constant) {
      unsafe $0($1.w, $1.s, $1.comparison, $1.constant())
    },
    OperationTrial(\.words_count) { operation, bench in
      // Months are whole numbers.
      for lane in 0..<Int(ROWS_LANES) { unsafe bench.s[lane] = Double(bench.least()) }
      let months = Int32(bench.bench.dice.next() % 32) + 1
      unsafe operation(bench.w, bench.v, months, bench.s, Double(bench.least()))
    },
    OperationTrial(\.words_add) { unsafe $0($1.w, $1.v) },
    OperationTrial(\.words_clear_month) { operation, bench in
      for lane in stride(from: 0, to: Int(ROWS_LANES), by: 3) { unsafe bench.s[lane] = 0 }
      unsafe operation(bench.w, bench.s)
    },
    OperationTrial(\.words_clear) { operation, bench in
      for lane in 0..<Int(ROWS_LANES) where lane % 3 == 0 { unsafe bench.s[lane] = 0 }
      unsafe operation(bench.w, bench.s)
    },
    OperationTrial(returning: \.words_sum) { unsafe Double($0($1.w, $1.count())) },
    OperationTrial(returning: \.words_sum_of_squares) {
      unsafe Double(bitPattern: $0($1.w, $1.count()) >> 2)
    },
  ]

  private static let draws = unsafe [
    OperationTrial(\.draw_normals) {
      unsafe $0(
        $1.latentMonths[0], $1.latentMonths[1], $1.latentMonths[2], $1.latentMonths[3],
        $1.bench.dice.next(), $1.word(), $1.word(), $1.future(), $1.word())
    },
    OperationTrial(\.draw_normal) {
      unsafe $0(
        $1.latentMonths[0], $1.bench.dice.next(), $1.word(), $1.word(), $1.future(), $1.word())
    },
    OperationTrial(\.draw_uniforms) {
      unsafe $0(
        $1.months[0], $1.months[1], $1.months[2], $1.months[3],
        $1.bench.dice.next(), $1.word(), $1.word(), $1.future(), $1.word())
    },
  ]
}
