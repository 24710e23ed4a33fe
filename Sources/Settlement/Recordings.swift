import Rows

/// What a desk has recorded of its months.
final class Recordings {
  /// The parts of a month.
  enum Part { case untilRights, afterRights }

  /// What a desk's tape holds before nothing more is recorded, so that many long contracts do not fill
  /// the memory; months that find no room are settled clause by clause.
  static let mostBytes = 2 << 20

  /// How each month has left the desk's notes once the rights are settled.
  var notes: [Int: Desk.Notes] = [:]

  private let tape = Tape()
  /// Eight places for each month, so that a month needs one or two lines of a cache.
  private(set) var parts: [Tape.Recording?]
  /// The sink to which what is recorded is added.
  private var sink: ObjectIdentifier?

  init(months: Int) { parts = Array(repeating: nil, count: months * 8) }

  /// Makes sure that what was recorded for one sink is not played for another, and that what is shown
  /// line by line is not recorded.
  func require(_ sink: any Sink) {
    if let own = self.sink {
      return precondition(own == ObjectIdentifier(sink), "a desk that records has one sink")
    }
    precondition(!sink.takesLines, "a desk that records shows no lines")
    self.sink = ObjectIdentifier(sink)
  }

  /// Where a recording stands: all that the row operations of a part hang on.
  static func place(of part: Part, in month: Int, isGone: Bool, isExercised: Bool) -> Int {
    (month - 1) * 8 + (part == .untilRights ? 0 : 4) + (isGone ? 2 : 0) + (isExercised ? 1 : 0)
  }

  /// Does again what was recorded at `place`, or says that nothing was.
  func play(_ place: Int) -> Bool {
    guard let recording = parts[place] else { return false }
    recording.play()
    return true
  }

  /// Does what `settle` does, and records it where there is room.
  func record(_ place: Int, _ settle: () -> Void) {
    guard tape.bytes < Recordings.mostBytes else { return settle() }
    parts[place] = tape.record(settle)
  }
}
