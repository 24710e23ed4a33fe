import Rows
import Testing

@Test func fresh_rows_are_zero_even_where_others_stood() {
  let arena = Arena()
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
  let arena = Arena()
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

@Test func an_arena_grows_and_leaves_rows_where_they_are() {
  let arena = Arena()
  defer { withExtendedLifetime(arena) {} }
  let rows = arena.rows(200)
  for (number, row) in rows.enumerated() { row.fill(Double(number)) }
  #expect(arena.bytes == 4 * 64 * Lanes.count * 8)
  for (number, row) in rows.enumerated() {
    #expect(row.values.allSatisfy { $0 == Double(number) })
  }
}

@Test func memory_is_taken_again_after_a_reset() {
  let arena = Arena()
  defer { withExtendedLifetime(arena) {} }
  for _ in 0..<5 {
    for row in arena.rows(100) {
      #expect(row.values.allSatisfy { $0 == 0 })
      row.fill(7)
    }
    arena.reset()
  }
  #expect(arena.bytes == 2 * 64 * Lanes.count * 8)
}

@Test func a_lane_out_of_range_stops_the_program() async {
  await #expect(processExitsWith: .failure) { _ = Arena().row()[Lanes.count] }
}
