import Foundation
import TestKit
import Testing

@Suite struct DocumentTests {
  static let documents = (["README.md"] + Project.files(under: "docs", endingIn: [".md"]))
    .filter { document in
      let text = (try? Project.text(of: document)) ?? ""
      return !DocumentSession.sessions(in: text).isEmpty
    }

  @Test(
    .timeLimit(.minutes(10)),
    arguments: documents
  )
  func what_a_document_tells_to_type_answers_what_it_shows(_ document: String) throws {
    let folder = try workplace()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    for session in DocumentSession.sessions(in: try Project.text(of: document)) {
      var output = ""
      for line in session.lines {
        let run = try ran(line.command, in: folder)
        #expect(run.exitCode == line.exitCode, "\(document): \(line.command)\n\(run.output)")
        output += run.output
      }
      let missing = session.missing(in: output)
      #expect(missing.isEmpty, "\(document): \(session.lines)\n\(output)")
    }
  }

  @Test func a_document_is_read_as_its_reader_would() {
    let document = """
      Type `assay rank`, or

      ```sh
      make build
      assay rank scenarios/a \\
        --json
      assay check scenarios/b  # exits 1
      assay serve scenarios/a  # not run
      ```
      ```text
      One line
      …

        two lines
      ```
      ```swift
      assay check c
      ```
      """
    let sessions = DocumentSession.sessions(in: document)
    #expect(
      sessions.map { $0.lines.map(\.command) } == [
        ["assay rank scenarios/a --json", "assay check scenarios/b  # exits 1"]
      ])
    #expect(sessions.first?.lines.map(\.exitCode) == [0, 1])
    #expect(sessions.first?.shown == ["One line", "  two lines"])
    #expect(sessions.first?.missing(in: "One line\nmore\n\n  two lines\n") == [])
    #expect(sessions.first?.missing(in: "  two lines\nOne line") == ["  two lines"])
  }

  // A folder that shows the package's examples, so that what a line writes is gone afterwards.
  private func workplace() throws -> String {
    let folder = FileManager.default.temporaryDirectory.path + "/assay-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for name in ["Tests", "datasets", "docs", "scenarios"] where Project.holds(name) {
      try FileManager.default.createSymbolicLink(
        atPath: "\(folder)/\(name)",
        withDestinationPath: Project.path(name)
      )
    }
    return folder
  }

  // The folder of the command that was built with these tests: an older one would prove nothing.
  private func binaries() throws -> String {
    let tests = URL(filePath: try #require(CommandLine.arguments.first)).absoluteURL
    let folder = tests.deletingLastPathComponent().path
    try #require(FileManager.default.isExecutableFile(atPath: "\(folder)/assay"))
    return folder
  }

  private func ran(
    _ command: String,
    in folder: String
  ) throws -> (exitCode: Int32, output: String) {
    let shell = Process()
    let output = Pipe()
    shell.executableURL = URL(filePath: "/bin/sh")
    shell.arguments = ["-c", command]
    shell.currentDirectoryURL = URL(filePath: folder)
    shell.environment = ProcessInfo.processInfo.environment
      .merging(["PATH": "\(try binaries()):/usr/local/bin:/usr/bin:/bin"]) { $1 }
    shell.standardInput = FileHandle.nullDevice
    shell.standardOutput = output
    shell.standardError = output
    try shell.run()
    let bytes = try output.fileHandleForReading.readToEnd() ?? Data()
    shell.waitUntilExit()
    return (shell.terminationStatus, String(decoding: bytes, as: UTF8.self))
  }
}
