import Rows
import Testing

@Test func fresh_rows_are_zero_even_where_others_stood() {
  let arena = Arena(bytes: 7 * 1024)
  defer { withExtendedLifetime(arena) {} }
  arena.row().fill(1)
  arena.latentRow().fill(1)
  arena.reset()
  let (words, row, latent) = (arena.wordRow(), arena.row(), arena.latentRow())
  #expect(words.values.allSatisfy { $0 == 0 })
  #expect(row.values.allSatisfy { $0 == 0 })
  #expect(latent.values.allSatisfy { $0 == 0 })
}

@Test func rows_do_not_touch() {
  let arena = Arena(bytes: 12 * 1024)
  defer { withExtendedLifetime(arena) {} }
  let rows = arena.rows(3)
  let (latents, words) = (arena.latentRows(3), arena.wordRows(3))
  for i in 0..<3 {
    rows[i].fill(Double(i + 1))
    latents[i].fill(Float(i + 4))
    words[i].fill(UInt32(i + 7))
  }
  for i in 0..<3 {
    #expect(rows[i].values.allSatisfy { $0 == Double(i + 1) })
    #expect(latents[i].values.allSatisfy { $0 == Float(i + 4) })
    #expect(words[i].values.allSatisfy { $0 == UInt32(i + 7) })
  }
}

@Test func released_memory_is_taken_again() {
  let arena = Arena(bytes: 4096)
  defer { withExtendedLifetime(arena) {} }
  let kept = arena.row()
  kept.fill(3)
  let mark = arena.mark
  for _ in 0..<10 {
    _ = arena.row()
    arena.release(to: mark)
  }
  #expect(arena.mark == mark)
  #expect(arena.peak == 4096)
  #expect(kept.values.allSatisfy { $0 == 3 })
}

@Test func an_exhausted_arena_stops_the_program() async {
  await #expect(processExitsWith: .failure) { _ = Arena(bytes: 4096).rows(3) }
}

@Test func a_lane_out_of_range_stops_the_program() async {
  await #expect(processExitsWith: .failure) { _ = Arena(bytes: 4096).row()[Lanes.count] }
}
