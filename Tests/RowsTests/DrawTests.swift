import Testing

@testable import Rows

private func words(_ address: Address, future: UInt32, block: UInt32) -> [UInt32] {
  let arena = Arena()
  defer { withExtendedLifetime(arena) {} }
  let rows = arena.rows(4)
  address.uniforms(
    into: (rows[0], rows[1], rows[2], rows[3]), firstFuture: future, monthBlock: block)
  return rows.map { UInt32($0[0] * 0x1p32 - 0.5) }
}

/// The known answers that Random123 publishes (`kat_vectors`, philox4x32 10).
@Test func philox_gives_the_known_answers() {
  let zero = Address(seed: 0, driver: 0)
  #expect(
    words(zero, future: 0, block: 0) == [0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8])
  let ones = Address(seed: .max, driver: .max, replicate: .max)
  #expect(
    words(ones, future: .max, block: .max) == [0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd])
  let pi = Address(seed: 0x299f_31d0_a409_3822, driver: 0x1319_8a2e, replicate: 0x0370_7344)
  #expect(
    words(pi, future: 0x243f_6a88, block: 0x85a3_08d3)
      == [0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1])
}

private struct Quarter {
  let arena = Arena()
  let normals: (LatentRow, LatentRow, LatentRow, LatentRow)
  let uniforms: (Row, Row, Row, Row)

  init(_ address: Address, first: UInt32, block: UInt32) {
    normals = (arena.latentRow(), arena.latentRow(), arena.latentRow(), arena.latentRow())
    uniforms = (arena.row(), arena.row(), arena.row(), arena.row())
    address.normals(into: normals, firstFuture: first, monthBlock: block)
    address.uniforms(into: uniforms, firstFuture: first, monthBlock: block)
  }

  func keep() { withExtendedLifetime(arena) {} }
}

@Test(arguments: seeds)
func draws_have_the_bits_of_the_scalar_reference(seed: UInt64) {
  var dice = Dice(state: seed)
  for _ in 0..<16 {
    let bits = (0..<4).map { _ in UInt32(truncatingIfNeeded: dice.next()) }
    let address = Address(seed: dice.next(), driver: bits[0], replicate: bits[1])
    let quarter = Quarter(address, first: bits[2], block: bits[3])
    defer { quarter.keep() }
    for lane in 0..<Lanes.count {
      let counter = Counter(bits[2] &+ UInt32(lane), bits[3], bits[0], bits[1])
      let block = counter.scrambled(address.seed)
      let word = [block.w0, block.w1, block.w2, block.w3]
      let (first, last) = (BoxMuller.pair(word[0], word[1]), BoxMuller.pair(word[2], word[3]))
      let (z, u) = (quarter.normals, quarter.uniforms)
      let normals = [z.0[lane], z.1[lane], z.2[lane], z.3[lane]]
      #expect(normals == [first.0, first.1, last.0, last.1], "seed \(seed), \(address)")
      let uniforms = [u.0[lane], u.1[lane], u.2[lane], u.3[lane]]
      let expected = (0..<4).map { (Double(word[$0]) + 0.5) / 0x1p32 }
      #expect(uniforms == expected, "seed \(seed), \(address)")
    }
  }
}

@Test func a_future_has_the_same_draws_in_any_block() {
  let address = Address(seed: 42, driver: 3, replicate: 1)
  let early = Quarter(address, first: 1000, block: 2)
  let late = Quarter(address, first: 1100, block: 2)
  defer {
    early.keep()
    late.keep()
  }
  for lane in 0..<(Lanes.count - 100) {
    #expect(early.normals.0[lane + 100] == late.normals.0[lane])
    #expect(early.uniforms.3[lane + 100] == late.uniforms.3[lane])
  }
}

@Test func the_numbers_of_futures_wrap_around() {
  let address = Address(seed: 42, driver: 3)
  let last = Quarter(address, first: .max, block: 0)
  let first = Quarter(address, first: 0, block: 0)
  defer {
    last.keep()
    first.keep()
  }
  for lane in 0..<(Lanes.count - 1) {
    #expect(last.uniforms.1[lane + 1] == first.uniforms.1[lane])
  }
}
