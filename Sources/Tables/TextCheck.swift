/// Whether any byte is zero or beyond ASCII; eight at a time.
///
/// For a word w without high bits, (w − 0x01…01) & 0x80…80 ≠ 0 exactly if a byte is zero.
func holdsSuspectBytes(_ bytes: UnsafeRawBufferPointer) -> Bool {
  let highs: UInt64 = 0x8080_8080_8080_8080
  let ones: UInt64 = 0x0101_0101_0101_0101
  var seen: UInt64 = 0
  var index = 0
  while index + 8 <= bytes.count {
    let word = unsafe bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
    seen |= word | (word &- ones)
    index += 8
  }
  while index < bytes.count {
    let byte = unsafe bytes[index]
    seen |= UInt64(byte) | (byte == 0 ? 0x80 : 0)
    index += 1
  }
  return seen & highs != 0
}

/// The reason why a field cannot be text, or `nil` if it is UTF-8 without zero bytes.
func textFlaw(_ bytes: UnsafeBufferPointer<UInt8>) -> TableFault.Reason? {
  var index = 0
  while index < bytes.count {
    let lead = unsafe bytes[index]
    if lead == 0 { return .nulByte }
    let length = unsafe lead < 0x80 ? 1 : scalarLength(bytes, at: index)
    if length == 0 { return .invalidUTF8 }
    index += length
  }
  return nil
}

/// The length of the well-formed sequence beginning at `index`, or 0 (Unicode, table 3-7).
private func scalarLength(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
  let form: (length: Int, second: ClosedRange<UInt8>)
  switch unsafe bytes[index] {
  case 0xC2...0xDF: form = (2, 0x80...0xBF)
  case 0xE0: form = (3, 0xA0...0xBF)
  case 0xED: form = (3, 0x80...0x9F)
  case 0xE1...0xEF: form = (3, 0x80...0xBF)
  case 0xF0: form = (4, 0x90...0xBF)
  case 0xF1...0xF3: form = (4, 0x80...0xBF)
  case 0xF4: form = (4, 0x80...0x8F)
  default: return 0
  }
  guard index + form.length <= bytes.count,
    unsafe form.second.contains(bytes[index + 1])
  else { return 0 }
  for offset in 2..<max(2, form.length) {
    guard unsafe bytes[index + offset] & 0xC0 == 0x80 else { return 0 }
  }
  return form.length
}
