import FoundationEssentials
public import Testing

/// Expects `text` to equal, byte for byte, the file `Snapshots/<name>` beside the calling test.
///
/// With `RECORD=1` in the environment the file is written anew and the test fails, so that
/// nothing recorded passes before somebody has read it.
public func expectGolden(
  _ text: String,
  named name: String,
  file: String = #filePath,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  expect(text, of: Golden(path: Golden.path(of: name, beside: file)), at: sourceLocation)
}

/// Expects `text` to equal, byte for byte, the project's file at `path`, as ``expectGolden`` does.
public func expectGolden(
  _ text: String,
  at path: String,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  expect(text, of: Golden(path: Project.path(path)), at: sourceLocation)
}

private func expect(_ text: String, of golden: Golden, at sourceLocation: SourceLocation) {
  let isRecording = ProcessInfo.processInfo.environment["RECORD"] == "1"
  let failure = isRecording ? golden.record(text) : golden.complaint(about: text)
  if let failure {
    Issue.record(Comment(rawValue: failure), sourceLocation: sourceLocation)
  }
}

/// A recorded text that a test expects again.
struct Golden {
  /// Where it is recorded, from the root of the file system.
  var path: String

  /// The place of the golden file of this name for the test in `file`.
  static func path(of name: String, beside file: String) -> String {
    "/" + file.split(separator: "/").dropLast().joined(separator: "/") + "/Snapshots/\(name)"
  }

  /// What is wrong with `text`: nil when it equals the record.
  func complaint(about text: String) -> String? {
    guard let recorded = try? String(contentsOfFile: path, encoding: .utf8) else {
      return "no golden file \(path): record it with RECORD=1 and read it"
    }
    guard !recorded.utf8.elementsEqual(text.utf8) else { return nil }
    return "not as recorded in \(path) (- recorded, + now):\n"
      + LineDifference(from: recorded, to: text).description
  }

  /// Writes the record and says so, since a recording never passes.
  func record(_ text: String) -> String {
    do {
      try FileManager.default.createDirectory(
        atPath: "/" + path.split(separator: "/").dropLast().joined(separator: "/"),
        withIntermediateDirectories: true
      )
      try Data(text.utf8).write(to: URL(filePath: path))
      return "recorded \(path): read it, then test again without RECORD"
    } catch {
      return "cannot record \(path): \(error)"
    }
  }
}
