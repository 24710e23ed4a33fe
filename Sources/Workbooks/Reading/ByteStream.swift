import CMinizip

/// Bytes in memory that minizip reads as if they were a file.
@safe final class ByteStream {
  private let bytes: UnsafeMutableRawBufferPointer
  private let length: Int
  private var position = 0

  init(_ content: [UInt8]) {
    length = content.count
    unsafe bytes = .allocate(byteCount: content.count, alignment: 1)
    unsafe bytes.copyBytes(from: content)
  }

  deinit {
    unsafe bytes.deallocate()
  }

  /// What minizip calls to read; it lives no longer than this stream.
  var functions: zlib_filefunc64_def {
    var functions = unsafe zlib_filefunc64_def()
    unsafe functions.opaque = Unmanaged.passUnretained(self).toOpaque()
    unsafe functions.zopen64_file = { stream, _, _ in unsafe stream }
    unsafe functions.zread_file = { stream, _, target, size in
      unsafe streamBehind(stream)?.read(into: target, size) ?? 0
    }
    unsafe functions.zwrite_file = { _, _, _, _ in 0 }
    unsafe functions.ztell64_file = { stream, _ in
      unsafe ZPOS64_T(streamBehind(stream)?.position ?? 0)
    }
    unsafe functions.zseek64_file = { stream, _, offset, origin in
      unsafe streamBehind(stream)?.seek(offset, from: origin) ?? -1
    }
    unsafe functions.zclose_file = { _, _ in 0 }
    unsafe functions.zerror_file = { _, _ in 0 }
    return unsafe functions
  }

  private func read(into target: UnsafeMutableRawPointer?, _ size: uLong) -> uLong {
    let count = min(Int(clamping: size), length - position)
    guard count > 0, let target = unsafe target, let start = unsafe bytes.baseAddress else {
      return 0
    }
    unsafe target.copyMemory(from: start + position, byteCount: count)
    position += count
    return uLong(count)
  }

  /// Moves to `offset` bytes, which wrap around to go backwards; −1 where that is outside.
  private func seek(_ offset: ZPOS64_T, from origin: Int32) -> Int {
    let base: Int
    switch origin {
    case ZLIB_FILEFUNC_SEEK_SET: base = 0
    case ZLIB_FILEFUNC_SEEK_CUR: base = position
    case ZLIB_FILEFUNC_SEEK_END: base = length
    default: return -1
    }
    let (target, isOver) = base.addingReportingOverflow(Int(truncatingIfNeeded: offset))
    guard !isOver, (0...length).contains(target) else { return -1 }
    position = target
    return 0
  }
}

private func streamBehind(_ opaque: UnsafeMutableRawPointer?) -> ByteStream? {
  unsafe opaque.map { unsafe Unmanaged<ByteStream>.fromOpaque($0).takeUnretainedValue() }
}
