import CRows

/// Steps of latents that are taken in order, all by one call.
///
/// Two that follow each other are taken side by side where they can be: what they both read is read
/// once.
@safe
public struct LatentProgram {
  internal private(set) var steps: [RowsStep] = unsafe []
  internal private(set) var terms: [RowsTerm] = unsafe []
  /// Where each latent is made: the step, and whether it is that step's second.
  internal private(set) var places: [(step: Int, isSecond: Bool)] = []

  /// Creates a program without steps.
  public init() {}

  /// The number of latents that are made.
  public var count: Int { places.count }

  /// Adds the step `row = persistence × row + spread × Σ factor × innovation`.
  public mutating func autoregress(
    _ row: LatentRow, persistence: Coefficient, innovation: WeightedRows, spread: Coefficient
  ) {
    unsafe append(.autoregression(of: row, persistence, innovation, spread), innovation.terms)
  }

  /// Adds the step `row = c + Σ factor × row`.
  public mutating func combine(_ row: LatentRow, _ c: Float, _ rows: WeightedRows) {
    unsafe append(.combination(in: row, c, rows), rows.terms)
  }

  private mutating func append(_ step: RowsStep, _ own: [RowsTerm]) {
    if let last = unsafe steps.last, unsafe last.goesSideBySide(with: step, own) {
      let firstTerm = unsafe Int(last.first_term)
      let joined = unsafe sideBySide(terms[firstTerm...], own)
      unsafe terms.replaceSubrange(firstTerm..., with: joined)
      unsafe steps[steps.count - 1].second = step.first
      unsafe steps[steps.count - 1].terms = Int32(joined.count)
      unsafe steps[steps.count - 1].is_constant &= step.is_constant
      return unsafe places.append((steps.count - 1, true))
    }
    var step = unsafe step
    unsafe step.first_term = Int32(terms.count)
    unsafe places.append((steps.count, false))
    unsafe steps.append(step)
    unsafe terms += own
  }
}

extension LatentRow {
  /// self = persistence × self + spread × Σ factor × row.
  public func autoregress(
    persistence: Coefficient, innovation: WeightedRows, spread: Coefficient
  ) {
    unsafe RowsStep.autoregression(of: self, persistence, innovation, spread).take(innovation)
  }

  /// self = c + Σ factor × row.
  public func combine(_ c: Float, _ rows: WeightedRows) {
    unsafe RowsStep.combination(in: self, c, rows).take(rows)
  }
}

/// The terms of two steps, each in its own order, those of the same row at once.
private func sideBySide(_ first: ArraySlice<RowsTerm>, _ second: [RowsTerm]) -> [RowsTerm] {
  var (joined, rest) = unsafe ([RowsTerm](), second[...])
  for position in unsafe first.indices {
    let term = unsafe first[position]
    guard let place = unsafe rest.firstIndex(where: { unsafe $0.row == term.row }) else {
      unsafe joined.append(term)
      continue
    }
    unsafe joined += rest[..<place].map { unsafe $0.ofSecond }
    unsafe joined.append(
      RowsTerm(row: term.row, first: term.first, second: rest[place].first, share: ROWS_BOTH))
    unsafe rest = rest[(place + 1)...]
  }
  return unsafe joined + rest.map { unsafe $0.ofSecond }
}

extension RowsTerm {
  /// The term as one of a second row.
  fileprivate var ofSecond: RowsTerm {
    unsafe RowsTerm(row: row, first: .none, second: first, share: ROWS_SECOND)
  }
}

extension RowsStep {
  fileprivate static func autoregression(
    of row: LatentRow, _ persistence: Coefficient, _ innovation: WeightedRows, _ spread: Coefficient
  ) -> RowsStep {
    unsafe RowsStep(
      making: RowsMade(
        row: row.lanes, persistence: persistence.factor, spread: spread.factor, constant: 0),
      of: innovation, isAutoregression: true,
      isConstant: persistence.isConstant && spread.isConstant)
  }

  fileprivate static func combination(
    in row: LatentRow, _ c: Float, _ rows: WeightedRows
  ) -> RowsStep {
    unsafe RowsStep(
      making: RowsMade(row: row.lanes, persistence: .none, spread: .none, constant: c),
      of: rows, isAutoregression: false, isConstant: true)
  }

  private init(
    making made: RowsMade, of rows: WeightedRows, isAutoregression: Bool, isConstant: Bool
  ) {
    unsafe self.init(
      first: made, second: RowsMade(row: nil, persistence: .none, spread: .none, constant: 0),
      is_autoregression: isAutoregression ? 1 : 0,
      is_constant: isConstant && rows.areConstant ? 1 : 0, first_term: 0,
      terms: Int32(rows.terms.count))
  }

  /// Whether `step`, whose terms are `own`, may be taken as this step's second: it is of the same kind
  /// and reads nothing that this one makes.
  fileprivate func goesSideBySide(with step: RowsStep, _ own: [RowsTerm]) -> Bool {
    guard unsafe second.row == nil, unsafe is_autoregression == step.is_autoregression else {
      return false
    }
    let factors = unsafe own.map { unsafe $0.first } + [step.first.persistence, step.first.spread]
    let read =
      unsafe own.map { unsafe $0.row } + factors.compactMap { unsafe $0.row }
      + [UnsafePointer(step.first.row)]
    return unsafe !read.contains { unsafe $0 == UnsafePointer(first.row) }
  }

  /// Takes the step alone, whose terms are all those of `rows`.
  fileprivate func take(_ rows: WeightedRows) {
    var step = unsafe self
    unsafe rows.terms.withUnsafeBufferPointer { terms in
      unsafe rows_latent_run(&step, 1, terms.baseAddress)
    }
  }
}
