import Foundation
import Tables
import Testing

@Suite struct FilePiecesTests {
  @Test(arguments: [0, 1, 262_144, 700_001])
  func the_pieces_of_a_file_are_the_file(count: Int) throws {
    let path = FileManager.default.temporaryDirectory.path + "/assay-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: path) }
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    try Data(bytes).write(to: URL(filePath: path))
    var read: [UInt8] = []
    var longest = 0
    try forEachPiece(ofFile: path) { piece in
      read += piece
      longest = max(longest, piece.count)
    }
    #expect(read == bytes)
    #expect(longest <= 262_144)
  }

  @Test func a_file_that_is_not_there_has_no_pieces() {
    #expect(throws: TableError.self) {
      try forEachPiece(ofFile: "/nowhere/at/all") { _ in }
    }
  }
}
