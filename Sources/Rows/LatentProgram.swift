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
    append(.autoregression(of: row, persistence, innovation, spread))
  }

  /// Adds the step `row = c + first + Σ factor × row`.
  public mutating func combine(
    _ row: LatentRow, _ c: Float, from first: LatentRow? = nil, _ rows: WeightedRows
  ) {
    append(.combination(in: row, c, first, rows))
  }

  private mutating func append(_ new: StepAlone) {
    let own = unsafe new.terms
    var step = unsafe new.step
    if let last = unsafe steps.last, unsafe last.goesSideBySide(with: step, own) {
      let firstTerm = unsafe Int(last.first_term)
      let joined = unsafe sideBySide(terms[firstTerm...], own)
      unsafe terms.replaceSubrange(firstTerm..., with: joined)
      unsafe steps[steps.count - 1].second = step.first
      unsafe steps[steps.count - 1].terms = Int32(joined.count)
      return unsafe places.append((steps.count - 1, true))
    }
    unsafe step.first_term = Int32(terms.count)
    unsafe places.append((steps.count, false))
    unsafe steps.append(step)
    unsafe terms += own
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

/// A step of one latent, and its terms.
@safe
private struct StepAlone {
  var step: RowsStep
  var terms: [RowsTerm]

  /// Of one that is constant the spread goes into the factors.
  static func autoregression(
    of row: LatentRow, _ persistence: Coefficient, _ innovation: WeightedRows, _ spread: Coefficient
  ) -> StepAlone {
    var (innovation, isConstant) = (innovation, false)
    if case (.constant, .constant(let c)) = (persistence, spread), innovation.areConstant {
      innovation.multiply(by: c)
      isConstant = true
    }
    return unsafe StepAlone(
      making: RowsMade(
        row: row.lanes, from: nil, persistence: persistence.factor, spread: spread.factor,
        constant: 0),
      of: innovation, isAutoregression: true, isConstant: isConstant)
  }

  static func combination(
    in row: LatentRow, _ c: Float, _ first: LatentRow?, _ rows: WeightedRows
  ) -> StepAlone {
    unsafe StepAlone(
      making: RowsMade(
        row: row.lanes, from: first.map { unsafe UnsafePointer($0.lanes) }, persistence: .none,
        spread: .none, constant: c),
      of: rows, isAutoregression: false, isConstant: rows.areConstant)
  }

  private init(
    making made: RowsMade, of rows: WeightedRows, isAutoregression: Bool, isConstant: Bool
  ) {
    unsafe terms = rows.terms
    unsafe step = RowsStep(
      first: made,
      second: RowsMade(row: nil, from: nil, persistence: .none, spread: .none, constant: 0),
      is_autoregression: isAutoregression ? 1 : 0, is_constant: isConstant ? 1 : 0, first_term: 0,
      terms: Int32(rows.terms.count))
  }
}

extension RowsStep {
  /// Whether `step`, whose terms are `own`, may be taken as this step's second: it is of the same kind,
  /// constant or not as this one is, and reads nothing that this one makes.
  fileprivate func goesSideBySide(with step: RowsStep, _ own: [RowsTerm]) -> Bool {
    guard unsafe second.row == nil, unsafe is_autoregression == step.is_autoregression,
      unsafe is_constant == step.is_constant
    else { return false }
    let made = unsafe UnsafePointer(first.row)
    return unsafe step.first.row != first.row && step.first.from != made
      && step.first.persistence.row != made && step.first.spread.row != made
      && own.allSatisfy { unsafe $0.row != made && $0.first.row != made }
  }
}
