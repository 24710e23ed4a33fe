import Glibc

/// A file that holds bytes, and is no folder, pipe or device.
public enum PlainFile {
  /// The bytes of the plain file at `path`.
  ///
  /// It does little: who may own the file is not asked.
  ///
  /// - Parameters:
  ///   - path: Where the file lies.
  ///   - root: The folder in which it must lie once links are followed; anywhere where none is given.
  ///   - limit: The most bytes that it may have.
  /// - Returns: All bytes; nothing for whatever reason they cannot be had.
  public static func bytes(at path: String, within root: String?, limit: Int) -> [UInt8]? {
    if let root {
      guard let real = realPath(path), let folder = realPath(root),
        real.utf8.starts(with: "\(folder)/".utf8)
      else { return nil }
    }
    // A pipe must not make it wait for whoever writes into it.
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      status.st_size <= limit
    else { return nil }
    return bytes(of: descriptor, count: Int(status.st_size))
  }

  private static func bytes(of descriptor: Int32, count: Int) -> [UInt8]? {
    var isRead = true
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count {
        let rest = unsafe UnsafeMutableBufferPointer(rebasing: buffer[filled...])
        let more = unsafe read(descriptor, rest.baseAddress, rest.count)
        if more > 0 {
          filled += more
        } else if more == 0 || errno != EINTR {
          isRead = more == 0
          break
        }
      }
    }
    return isRead ? bytes : nil
  }

  /// The path without links and steps upwards; nothing where nothing is there.
  private static func realPath(_ path: String) -> String? {
    guard let real = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(real) }
    return unsafe String(validatingCString: real)
  }
}
