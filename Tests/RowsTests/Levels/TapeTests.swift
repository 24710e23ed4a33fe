import CRows
import TestKit
import Testing

@testable import Rows

@Suite struct TapeTests {
  // The instruction set in use is the whole process's, so it changes in a process of its own.
  @Test func what_is_played_has_the_bits_of_what_is_done() async {
    await #expect(processExitsWith: .success) {
      for level in InstructionSet.available {
        level.use()
        for seed in UInt64(1)...8 {
          let tape = Tape()
          let (done, played) = (Operands(seed: seed), Operands(seed: seed))
          done.doEverything()
          let same = tape.record(played.doEverything)
          // Rows as they were before, on which the recording does it again.
          played.fill(seed: seed)
          same.play()
          #expect(done.bits == played.bits, "\(level), seed \(seed)")
          #expect(Set(same.numbers) == Set(0..<Operands.recorded))
        }
      }
    }
  }

  @Test func a_recording_goes_on_beyond_a_full_chunk() {
    let (tape, arena) = (Tape(), Arena())
    let row = arena.row()
    let recordings = (0..<50).map { number in
      tape.record { for _ in 0..<1_000 { row.add(Double(number)) } }
    }
    #expect(tape.bytes > 1_000_000)
    for (number, recording) in recordings.enumerated() {
      row.fill(0)
      recording.play()
      #expect(row.values.allSatisfy { $0 == Double(1_000 * number) })
    }
    withExtendedLifetime((tape, arena)) {}
  }

  @Test func what_a_list_held_is_played_after_the_list_is_gone() {
    let (tape, arena) = (Tape(), Arena())
    let (sum, amount) = (arena.row(), arena.row())
    var posts = Posts()
    posts.append(amount, weight: nil, discount: 0.5)
    let recording = tape.record { posts.add(to: sum) }
    posts.removeAll()
    posts.append(sum, weight: nil, discount: 100)
    sum.fill(0)
    amount.fill(8)
    recording.play()
    #expect(sum.values.allSatisfy { $0 == 4 })
    withExtendedLifetime((tape, arena)) {}
  }

  @Test func a_sum_that_begins_with_zero_is_set_and_never_a_negative_zero() {
    let (tape, arena) = (Tape(), Arena())
    let (sum, amount) = (arena.row(), arena.row())
    let recording = tape.record { sum.fill(0, andAdd: amount) }
    #expect(recording.names == ["set_scaled"])
    amount.fill(-0.0)
    sum.fill(7)
    recording.play()
    #expect(sum.values.allSatisfy { $0.bitPattern == 0 })
    withExtendedLifetime((tape, arena)) {}
  }

  @Test(arguments: [1.0, -0.0])
  func a_sum_that_begins_with_anything_else_is_added_to(start: Double) {
    let (tape, arena) = (Tape(), Arena())
    let (sum, amount) = (arena.row(), arena.row())
    #expect(tape.record { sum.fill(start, andAdd: amount) }.names == ["fill", "add_scaled"])
    withExtendedLifetime((tape, arena)) {}
  }

  @Test func a_sum_of_itself_is_not_set() {
    let (tape, arena) = (Tape(), Arena())
    let sum = arena.row()
    #expect(tape.record { sum.fill(0, andAdd: sum) }.names == ["fill", "add_scaled"])
    withExtendedLifetime((tape, arena)) {}
  }

  @Test func runs_that_are_added_to_a_row_one_after_the_other_are_one_list() {
    let (tape, arena) = (Tape(), Arena())
    let (sum, base, words) = (arena.row(), arena.row(), arena.wordRow())
    let recording = tape.record {
      for times in [1.0, 10, 100] { sum.add(base, times: times, from: words, length: 2, run: 3) }
      base.add(base, times: 1, from: words, length: 1, run: 1)
      base.add(base, times: 1, from: words, length: 1, run: 1)
    }
    #expect(recording.names == ["add_runs", "add_runs", "add_runs"])
    for (lane, defaults) in (0..<4 as Range<UInt32>).enumerated() { words[lane] = defaults }
    sum.fill(0)
    base.fill(1)
    recording.play()
    #expect(sum.values.prefix(4) == [0, 111, 0, 333])
    #expect(base.values.prefix(4) == [1, 4, 1, 4])
    withExtendedLifetime((tape, arena)) {}
  }

  @Test func what_is_done_in_a_pause_is_not_played() {
    let (tape, arena) = (Tape(), Arena())
    let row = arena.row()
    let recording = tape.record {
      row.add(1)
      Tape.pause { row.add(10) }
      row.add(1)
    }
    #expect(row[0] == 12)
    recording.play()
    #expect(row[0] == 14)
    withExtendedLifetime((tape, arena)) {}
  }

  @Test func what_depends_on_a_lane_cannot_be_recorded() async {
    await #expect(processExitsWith: .failure) {
      let (tape, arena) = (Tape(), Arena())
      let row = arena.row()
      _ = tape.record { row.fill(row.maximum()) }
    }
  }
}

extension Row {
  fileprivate func fill(_ start: Double, andAdd amount: Row) {
    fill(start)
    add(amount, times: 2)
  }
}

extension Tape.Recording {
  /// The numbers of its operations, in order.
  fileprivate var numbers: [Int] {
    var (numbers, entry) = unsafe ([Int](), first)
    while true {
      let (number, bytes) = unsafe (Int(entry.pointee.operation), Int(entry.pointee.bytes))
      guard number < Operands.recorded else { return numbers }
      numbers.append(number)
      unsafe entry = UnsafeRawPointer(entry).advanced(by: bytes)
        .assumingMemoryBound(to: RowsEntry.self)
    }
  }

  fileprivate var names: [String] {
    numbers.map { unsafe String(cString: rows_operation_name(Int32($0))) }
  }
}

/// Rows of every type, on which every operation is done that a tape may hold.
private final class Operands {
  /// How many operations a tape may hold; they come first among all.
  static let recorded = (0..<Int(rows_operation_count)).prefix {
    unsafe String(cString: rows_operation_name(Int32($0))) != "latent_run"
  }.count

  private let arena = Arena()
  private let rows: [Row]
  private let latents: [LatentRow]
  private let words: [WordRow]

  init(seed: UInt64) {
    rows = arena.rows(4)
    latents = arena.latentRows(4)
    words = arena.wordRows(3)
    fill(seed: seed)
  }

  func fill(seed: UInt64) {
    var dice = Dice(state: seed)
    for lane in 0..<Lanes.count {
      for row in rows { row[lane] = Double(dice.next() % 2_001) / 500 - 2 }
      for row in latents { row[lane] = Float(dice.next() % 2_001) / 500 - 2 }
      for row in words { row[lane] = UInt32(truncatingIfNeeded: dice.next()) }
    }
  }

  var bits: [UInt64] {
    rows.flatMap { $0.values.map(LevelBench.bits) }
      + latents.flatMap { $0.values.map { LevelBench.bits(Double($0)) } }
      + words.flatMap { $0.values.map(UInt64.init) }
  }

  func doEverything() {
    doArithmetic(rows[0], rows[1], rows[2])
    doMore(rows[0], rows[1], rows[2], rows[3])
    doLatents(latents[0], latents[1], latents[2])
    doWords(words[0], words[1], words[2])
  }

  private func doArithmetic(_ s: Row, _ a: Row, _ b: Row) {
    s.add(a)
    s.add(0.5)
    s.subtract(b)
    s.multiply(by: a)
    s.multiply(by: 1.5)
    s.complement()
    s.add(a, times: 0.25, b)
    a.widen(latents[3])
    b.fill(0)
    b.add(a, times: 3)
    a.copy(s)
    a.fill(2)
    s.divide(by: a)
    var posts = Posts()
    posts.append(a, weight: b, discount: 0.5)
    posts.append(b, weight: nil, discount: 0.25)
    posts.add(to: s, plain: rows[3])
  }

  private func doMore(_ s: Row, _ a: Row, _ b: Row, _ c: Row) {
    a.limit(atMost: b)
    a.limit(atLeast: c)
    b.copy(s, atLeast: 0.1)
    c.setShortfall(of: a, below: b, times: 0.9)
    c.clip(-3, 3)
    var bands = Bands(from: 0)
    bands.append(rate: 2, to: 1)
    bands.append(rate: 3, to: .infinity)
    s.add(bands, of: c, times: b)
    s.addBeyond(of: c, baseline: 1, above: 2, rate: 3, times: b)
    s.addBelow(of: c, baseline: 1, below: 0, rate: 3, times: nil)
    s.addOutside(of: c, over: 1, rate: 2, under: 0, rate: 1, times: b)
    a.indicator(of: s, .above, c)
    a.indicator(of: s, .below, 0.5)
    s.add(a, times: 2, from: words[0], length: 3, run: 2)
    s.addCount(from: words[1], window: 5, times: 0.5)
    s.addPairs(from: words[1], window: 5, apart: 2, times: 0.5)
    a.raise(to: b, from: words[0], window: 6, atLeast: 3)
    s.replaceFirst(s[0], by: 4, where: a, noting: c)
    b.clip(-2, 2)
    b.exponentiate()
    c.logistic()
    b.squareRoot()
  }

  private func doLatents(_ s: LatentRow, _ a: LatentRow, _ b: LatentRow) {
    s.add(a)
    s.add(1)
    s.add(a, times: 0.5)
    s.add(a, times: b)
    s.multiply(by: b)
    s.multiply(by: 0.75)
    b.narrow(rows[0])
    a.copy(s)
    latents[3].fill(0.5)
  }

  private func doWords(_ s: WordRow, _ v: WordRow, _ w: WordRow) {
    v.push(latents[0], .below, latents[1])
    v.push(latents[0], .above, 0.5)
    v.push(rows[0], .atMost, rows[1])
    v.push(rows[0], .atLeast, 0.5)
    s.count(v, months: 9, upTo: rows[2], in: 3)
    s.add(v)
    v.clearMonth(where: rows[1])
    w.copy(v)
    v.clear(where: rows[3])
    w.fill(3)
  }
}
