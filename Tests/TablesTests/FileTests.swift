import Foundation
import Testing

@testable import Tables

@Suite struct FileTests {
  @Test func a_file_reads_as_its_bytes_do() throws {
    let path = NSTemporaryDirectory() + "tables-\(UUID().uuidString).csv"
    defer { try? FileManager.default.removeItem(atPath: path) }
    var text = "a,b\r\n"
    for index in 0..<50_000 { text += "\(index),\"x\n\"\"\(index)\"\"\"\r\n" }
    try Data(text.utf8).write(to: URL(filePath: path))
    let reader = try TableReader(path: path)
    #expect(reader.lines() == table(text).lines())
    #expect(reader.faults.isEmpty)
  }

  @Test func a_missing_file_is_thrown() {
    #expect(throws: TableError.cannotOpen(path: "/no/such/file.csv", errno: ENOENT)) {
      try TableReader(path: "/no/such/file.csv")
    }
  }

  @Test func a_folder_is_thrown() {
    #expect(throws: TableError.cannotRead(path: "/tmp", errno: EISDIR)) {
      try TableReader(path: "/tmp")
    }
  }
}
