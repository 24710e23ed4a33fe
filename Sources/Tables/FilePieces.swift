/// Hands all bytes of the file at `path` to `body`, piece by piece, in constant memory.
///
/// - Parameters:
///   - path: Where the file lies.
///   - body: What takes the pieces, each of at most 256 KiB.
/// - Throws: ``TableError`` where the file cannot be opened or read to its end.
public func forEachPiece(
  ofFile path: String, _ body: (ArraySlice<UInt8>) -> Void
) throws(TableError) {
  let source = try ByteSource(path: path)
  var piece = [UInt8](repeating: 0, count: 1 << 18)
  while true {
    let count = unsafe piece.withUnsafeMutableBytes { unsafe source.read(into: $0) }
    switch count {
    case .success(0): return
    case .success(let count): body(piece[..<count])
    case .failure(let error): throw .cannotRead(path: path, errno: error.errno)
    }
  }
}
