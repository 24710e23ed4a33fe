import Foundation
import Loading
import TestKit
import Testing

/// What mappings make of files against a script that reads those files without Assay.
@Suite struct HistoryOracleTests {
  private static let mappings = [
    ("anatel-ida", "anatel_ida"), ("nhs111", "nhs111_contracts"),
    ("nhs-talking-therapies", "nhs_talking_therapies"),
  ]

  /// The lines of the series that the script knows, in its order.
  private func lines(in data: String, like expected: [String]) throws -> [String] {
    var lines: [String: String] = [:]
    for (mapping, folder) in Self.mappings {
      let preview = try previewHistory(
        mapping: Project.path("datasets/mappings/\(mapping).yaml"), data: "\(data)/\(folder)")
      for one in preview.series {
        let mean = String(format: "%.12g", one.mean)
        lines["\(mapping) \(one.series.name)"] =
          "\(mapping) \(one.series.name) \(one.count) \(mean)"
      }
    }
    return expected.map { line in
      lines[line.split(separator: " ").prefix(2).joined(separator: " ")] ?? "no such series"
    }
  }

  @Test func made_up_files_come_to_what_the_script_says() throws {
    let expected = try Project.text(of: "Tests/Fixtures/oracle.txt")
      .split(separator: "\n").map(String.init)
    #expect(expected.count == 15)
    #expect(try lines(in: Project.path("Tests/Fixtures"), like: expected) == expected)
  }

  private static let real = ProcessInfo.processInfo.environment["ASSAY_DATA"]

  @Test(.enabled(if: real != nil, "ASSAY_DATA names no folder of real files"))
  func real_files_come_to_what_the_script_says() throws {
    let folder = try #require(Self.real)
    let script = Process()
    let output = Pipe()
    script.executableURL = URL(filePath: "/usr/bin/env")
    script.arguments = ["python3", Project.path("Tests/Fixtures/oracle.py"), folder]
    script.standardOutput = output
    try script.run()
    let bytes = try output.fileHandleForReading.readToEnd() ?? Data()
    script.waitUntilExit()
    try #require(script.terminationStatus == 0)
    let expected = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    #expect(expected.count == 15)
    #expect(try lines(in: folder, like: expected) == expected)
  }
}
