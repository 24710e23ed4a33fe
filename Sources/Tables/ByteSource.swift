import Glibc

/// Where a table's bytes come from: a file or memory, read once from front to back.
final class ByteSource {
  private enum Origin {
    case file(descriptor: Int32)
    case memory([UInt8])
  }

  private let origin: Origin
  private var taken = 0

  init(bytes: [UInt8]) {
    origin = .memory(bytes)
  }

  init(path: String) throws(TableError) {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .cannotOpen(path: path, errno: errno) }
    origin = .file(descriptor: descriptor)
  }

  deinit {
    if case .file(let descriptor) = origin {
      close(descriptor)
    }
  }

  /// Copies the next bytes to `target`: how many, 0 at the end, or the system's error.
  func read(into target: UnsafeMutableRawBufferPointer) -> Result<Int, SystemError> {
    switch origin {
    case .memory(let bytes):
      let count = min(target.count, bytes.count - taken)
      unsafe target.copyBytes(from: bytes[taken..<taken + count])
      taken += count
      return .success(count)
    case .file(let descriptor):
      return unsafe Self.readFile(descriptor, into: target)
    }
  }

  private static func readFile(
    _ descriptor: Int32,
    into target: UnsafeMutableRawBufferPointer
  ) -> Result<Int, SystemError> {
    while true {
      let count = unsafe Glibc.read(descriptor, target.baseAddress, target.count)
      if count >= 0 { return .success(count) }
      let code = errno
      if code != EINTR { return .failure(SystemError(errno: code)) }
    }
  }
}

/// An error number of the operating system.
struct SystemError: Error {
  let errno: Int32
}
