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

/// Known answers that Random123 publishes (`kat_vectors`, ars4x32 7), of those whose key a seed can be.
@Test func ars_gives_the_known_answers() {
  let one = Address(seed: 0x0100_0000_0000_0000, driver: 0)
  #expect(words(one, future: 1, block: 0) == [0xf1d2_8f60, 0xcadf_4685, 0xf5a2_3c51, 0xd908_aa34])
  let low = Address(seed: 0x0100_0000, driver: 0x2e8a_1913, replicate: 0x4473_7003)
  #expect(
    words(low, future: 0x886a_3f24, block: 0xd308_a385)
      == [0x6b62_230f, 0xa3c8_1ef5, 0x378a_b653, 0x23af_48f3])
  let first = Address(seed: 0x0100_0000_0000_0000, driver: 0x2e8a_1913, replicate: 0x4473_7003)
  #expect(
    words(first, future: 0x886a_3f24, block: 0xd308_a385)
      == [0x5997_8e50, 0x6d29_cdb5, 0x8d32_4ba0, 0xa5dd_3e4a])
  let second = Address(seed: 0x0001_0000_0000_0000, driver: 0x98fa_2e08, replicate: 0x896c_4eec)
  #expect(
    words(second, future: 0x2238_09a4, block: 0xd031_9f29)
      == [0x475e_7f2c, 0xdf5f_29d5, 0x71c9_21aa, 0xe71b_f175])
  let third = Address(seed: 0x0000_0100_0000_0000, driver: 0xcf66_54be, replicate: 0x6c0c_e934)
  #expect(
    words(third, future: 0xe621_2845, block: 0x7713_d038)
      == [0x8186_605a, 0x2a64_8389, 0x7fa3_92d4, 0xa028_2353])
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
      let block = Ars(seed: address.seed)
        .words(of: Block(bits[2] &+ UInt32(lane), bits[3], bits[0], bits[1]))
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

@Test(arguments: seeds)
func one_normal_is_that_of_the_first_month(seed: UInt64) {
  let address = Address(seed: seed, driver: 7, replicate: 2)
  let quarter = Quarter(address, first: 512, block: 3)
  let arena = Arena()
  defer {
    quarter.keep()
    withExtendedLifetime(arena) {}
  }
  let row = arena.latentRow()
  address.normal(into: row, firstFuture: 512, monthBlock: 3)
  for lane in 0..<Lanes.count { #expect(row[lane] == quarter.normals.0[lane]) }
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
