import CRows

/// Steps of latents that are taken in order, all by one call.
@safe
public struct LatentProgram {
  fileprivate private(set) var steps: [RowsStep] = unsafe []
  fileprivate private(set) var terms: [RowsTerm] = unsafe []

  /// Creates a program without steps.
  public init() {}

  /// Adds the step `row = persistence × row + spread × Σ factor × innovation`.
  public mutating func autoregress(
    _ row: LatentRow, persistence: Coefficient, innovation: WeightedRows, spread: Coefficient
  ) {
    unsafe steps.append(
      .autoregression(of: row, persistence, innovation, spread, firstTerm: terms.count))
    unsafe terms += innovation.terms
  }

  /// Adds the step `row = c + Σ factor × row`.
  public mutating func combine(_ row: LatentRow, _ c: Float, _ rows: WeightedRows) {
    unsafe steps.append(.combination(in: row, c, rows, firstTerm: terms.count))
    unsafe terms += rows.terms
  }
}

/// A program that is taken again and again.
///
/// It lies where it is, so that taking it refers to nothing.
@safe
public final class LatentRun {
  private let steps: UnsafeMutableBufferPointer<RowsStep>
  private let terms: UnsafeMutableBufferPointer<RowsTerm>
  /// The terms that read each of the rows that others take the place of, row by row.
  private let followers: UnsafeMutableBufferPointer<Int>
  /// Where the followers of each row begin, and where the last end.
  private let firstFollower: UnsafeMutableBufferPointer<Int>

  /// Prepares `program`, of which other rows may take the place of each of `rows`.
  public init(_ program: LatentProgram, following rows: [LatentRow] = []) {
    var (followers, firstFollower) = ([Int](), [0])
    for row in rows {
      followers += unsafe program.terms.indices.filter {
        unsafe program.terms[$0].row == row.lanes
      }
      firstFollower.append(followers.count)
    }
    unsafe steps = .from(program.steps)
    unsafe terms = .from(program.terms)
    unsafe self.followers = .from(followers)
    unsafe self.firstFollower = .from(firstFollower)
  }

  deinit {
    unsafe steps.deallocate()
    unsafe terms.deallocate()
    unsafe followers.deallocate()
    unsafe firstFollower.deallocate()
  }

  /// Reads `row` from now on in the place of the row at `position` of those that are followed.
  public func follow(_ position: Int, _ row: LatentRow) {
    for place in unsafe firstFollower[position]..<firstFollower[position + 1] {
      unsafe terms[followers[place]].row = UnsafePointer(row.lanes)
    }
  }

  /// Puts `c` in the place of the constant of the combination that is step `position`.
  public func setConstant(_ c: Float, ofStep position: Int) {
    unsafe steps[position].constant = c
  }

  /// Takes all steps.
  public func run() {
    unsafe rows_latent_run(steps.baseAddress, Int32(steps.count), terms.baseAddress)
  }

  /// Takes step `position` alone.
  public func run(step position: Int) {
    let step = unsafe steps[position..<(position + 1)]
    unsafe rows_latent_run(
      UnsafeBufferPointer(rebasing: step).baseAddress, 1, terms.baseAddress)
  }
}

@available(*, unavailable)
extension LatentRun: Sendable {}

extension UnsafeMutableBufferPointer {
  fileprivate static func from(_ elements: [Element]) -> Self {
    let copy = Self.allocate(capacity: elements.count)
    _ = unsafe copy.initialize(from: elements)
    return unsafe copy
  }
}

extension LatentRow {
  /// self = persistence × self + spread × Σ factor × row.
  public func autoregress(
    persistence: Coefficient, innovation: WeightedRows, spread: Coefficient
  ) {
    unsafe RowsStep.autoregression(of: self, persistence, innovation, spread, firstTerm: 0)
      .take(innovation)
  }

  /// self = c + Σ factor × row.
  public func combine(_ c: Float, _ rows: WeightedRows) {
    unsafe RowsStep.combination(in: self, c, rows, firstTerm: 0).take(rows)
  }
}

extension RowsStep {
  fileprivate static func autoregression(
    of row: LatentRow, _ persistence: Coefficient, _ innovation: WeightedRows,
    _ spread: Coefficient, firstTerm: Int
  ) -> RowsStep {
    unsafe RowsStep(
      row: row.lanes, persistence: persistence.factor, spread: spread.factor, constant: 0,
      is_autoregression: 1,
      is_constant: persistence.isConstant && spread.isConstant && innovation.areConstant ? 1 : 0,
      first_term: Int32(firstTerm), terms: Int32(innovation.terms.count))
  }

  fileprivate static func combination(
    in row: LatentRow, _ c: Float, _ rows: WeightedRows, firstTerm: Int
  ) -> RowsStep {
    let none = unsafe Coefficient.constant(0).factor
    return unsafe RowsStep(
      row: row.lanes, persistence: none, spread: none, constant: c, is_autoregression: 0,
      is_constant: rows.areConstant ? 1 : 0, first_term: Int32(firstTerm),
      terms: Int32(rows.terms.count))
  }

  /// Takes the step alone, whose terms are all those of `rows`.
  fileprivate func take(_ rows: WeightedRows) {
    var step = unsafe self
    unsafe rows.terms.withUnsafeBufferPointer { terms in
      unsafe rows_latent_run(&step, 1, terms.baseAddress)
    }
  }
}
