import CMinizip

/// The files inside a zip file, unpacked piece by piece and never beyond what limits allow.
///
/// Sizes that the zip file states are not trusted: bytes are counted as they come out.
@safe final class Archive {
  private struct Entry {
    var name: String
    var position: unz64_file_pos
    var packed: Int
    var isLocked: Bool
  }

  private let stream: ByteStream
  private let zip: unzFile
  private let limits: WorkbookLimits
  private let length: Int
  private var entries: [String: Entry] = [:]
  private var unpacked = 0

  /// Lists the files inside `bytes`.
  init(_ bytes: [UInt8], limits: WorkbookLimits) throws(WorkbookError) {
    guard bytes.count <= limits.fileBytes else {
      throw WorkbookError(.tooManyBytes(limit: limits.fileBytes))
    }
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { throw WorkbookError(.oldOrLocked) }
    guard bytes.starts(with: [0x50, 0x4B]) else { throw WorkbookError(.noWorkbook) }
    self.limits = limits
    length = bytes.count
    stream = ByteStream(bytes)
    var functions = unsafe stream.functions
    guard let zip = unsafe unzOpen2_64(nil, &functions) else {
      throw WorkbookError(.damaged(entry: ""))
    }
    unsafe self.zip = unsafe zip
    try list()
  }

  deinit {
    unsafe unzClose(zip)
  }

  /// Whether there is a file of this name; letter case does not count.
  func holds(_ name: String) -> Bool { entries[name.lowercased()] != nil }

  /// Unpacks a file that must be there; `take` answers whether it wants more.
  func read(
    _ name: String, _ take: (UnsafeBufferPointer<UInt8>) -> Bool
  ) throws(WorkbookError) {
    guard let entry = entries[name.lowercased()] else {
      throw WorkbookError(.missingEntry(name))
    }
    if entry.isLocked { throw WorkbookError(.locked) }
    var position = entry.position
    guard unsafe unzGoToFilePos64(zip, &position) == UNZ_OK,
      unsafe unzOpenCurrentFile(zip) == UNZ_OK
    else { throw WorkbookError(.damaged(entry: entry.name)) }
    var isOver = false
    defer { if !isOver { _ = unsafe unzCloseCurrentFile(zip) } }
    try unsafe unpack(entry, take)
    isOver = true
    // Whoever stops early cannot know the checksum; a whole file must have it.
    let result = unsafe unzCloseCurrentFile(zip)
    if result == UNZ_CRCERROR { throw WorkbookError(.damaged(entry: entry.name)) }
  }

  private func unpack(
    _ entry: Entry, _ take: (UnsafeBufferPointer<UInt8>) -> Bool
  ) throws(WorkbookError) {
    let size = 1 << 16
    let piece = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: size)
    defer { unsafe piece.deallocate() }
    var count = 0
    while true {
      let more = unsafe Int(unzReadCurrentFile(zip, piece.baseAddress, UInt32(size)))
      guard more >= 0 else { throw WorkbookError(.damaged(entry: entry.name)) }
      guard more > 0 else { return }
      count += more
      unpacked += more
      try check(count, of: entry)
      guard unsafe take(UnsafeBufferPointer(rebasing: piece[..<more])) else { return }
    }
  }

  private func check(_ count: Int, of entry: Entry) throws(WorkbookError) {
    if unpacked > limits.unpackedBytes {
      throw WorkbookError(.tooMuchInside(limit: limits.unpackedBytes))
    }
    if count > limits.freeBytes, count / limits.ratio > entry.packed {
      throw WorkbookError(.packedTooTightly(entry: entry.name, limit: limits.ratio))
    }
  }

  private func list() throws(WorkbookError) {
    var result = unsafe unzGoToFirstFile(zip)
    var count = 0
    while result == UNZ_OK {
      count += 1
      guard count <= limits.entries else {
        throw WorkbookError(.tooManyEntries(limit: limits.entries))
      }
      let entry = try currentEntry()
      guard entries.updateValue(entry, forKey: entry.name.lowercased()) == nil else {
        throw WorkbookError(.repeatedEntry(entry.name))
      }
      result = unsafe unzGoToNextFile(zip)
    }
    guard result == UNZ_END_OF_LIST_OF_FILE, !entries.isEmpty else {
      throw WorkbookError(.damaged(entry: ""))
    }
  }

  private func currentEntry() throws(WorkbookError) -> Entry {
    var info = unz_file_info64()
    var position = unz64_file_pos()
    var result = UNZ_OK
    let longest = 512
    let name = unsafe [CChar](unsafeUninitializedCapacity: longest) { buffer, filled in
      result = unsafe unzGetCurrentFileInfo64(
        zip, &info, buffer.baseAddress, uLong(longest), nil, 0, nil, 0)
      filled = min(longest, Int(clamping: info.size_filename))
    }
    guard result == UNZ_OK, name.count < longest,
      unsafe unzGetFilePos64(zip, &position) == UNZ_OK
    else { throw WorkbookError(.damaged(entry: "")) }
    let text = String(decoding: name.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return Entry(
      name: text, position: position, packed: min(Int(clamping: info.compressed_size), length),
      isLocked: info.flag & 1 != 0)
  }
}
