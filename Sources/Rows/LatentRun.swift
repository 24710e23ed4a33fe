import CRows

/// A program that is taken again and again.
///
/// It lies where it is, so that taking it refers to nothing.
@safe
public final class LatentRun {
  private let steps: UnsafeMutableBufferPointer<RowsStep>
  private let terms: UnsafeMutableBufferPointer<RowsTerm>
  private let places: [(step: Int, isSecond: Bool)]
  /// The terms that read each of the rows that others take the place of, row by row.
  private let followers: UnsafeMutableBufferPointer<Int>
  /// Where the followers of each row begin, and where the last end.
  private let firstFollower: UnsafeMutableBufferPointer<Int>

  /// Prepares `program`, of which other rows may take the place of each of `rows`.
  public init(_ program: LatentProgram, following rows: [LatentRow]) {
    var (followers, firstFollower) = ([Int](), [0])
    for row in rows {
      followers += unsafe program.terms.indices.filter {
        unsafe program.terms[$0].row == row.lanes
      }
      firstFollower.append(followers.count)
    }
    unsafe steps = .from(program.steps)
    unsafe terms = .from(program.terms)
    places = program.places
    unsafe self.followers = .from(followers)
    unsafe self.firstFollower = .from(firstFollower)
  }

  /// Prepares the program that `write` writes.
  public convenience init(_ write: (inout LatentProgram) -> Void) {
    var program = LatentProgram()
    write(&program)
    self.init(program, following: [])
  }

  deinit {
    unsafe steps.deallocate()
    unsafe terms.deallocate()
    unsafe followers.deallocate()
    unsafe firstFollower.deallocate()
  }

  /// Reads `row` from now on in the place of the row at `position` of those that are followed, wherever
  /// that is a term; a factor, and what a combination begins from, stay.
  ///
  /// - Precondition: There is such a row, and the program makes no `row`: what goes side by side was
  ///   chosen by what reads what when the program was written.
  public func follow(_ position: Int, _ row: LatentRow) {
    precondition(
      unsafe firstFollower.indices.dropLast().contains(position), "no such row is followed")
    for place in unsafe firstFollower[position]..<firstFollower[position + 1] {
      unsafe terms[followers[place]].row = UnsafePointer(row.lanes)
    }
  }

  /// Puts `c` in the place of the constant of the combination that makes the latent at `position` of
  /// those that are made.
  ///
  /// - Precondition: There is such a latent, and a combination makes it.
  public func setConstant(_ c: Float, of position: Int) {
    precondition(places.indices.contains(position), "the program makes no such latent")
    let place = places[position]
    precondition(
      unsafe steps[place.step].is_autoregression == 0, "an autoregression has no constant")
    if place.isSecond {
      unsafe steps[place.step].second.constant = c
    } else {
      unsafe steps[place.step].first.constant = c
    }
  }

  /// Takes all steps.
  public func run() {
    unsafe rows_latent_run(steps.baseAddress, Int32(steps.count), terms.baseAddress)
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
