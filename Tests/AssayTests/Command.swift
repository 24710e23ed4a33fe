import Foundation
import Testing

/// The command `assay`, run in a process of its own.
enum Command {
  /// What a command leaves.
  struct Run {
    var exitCode: Int32
    var output: String
    var complaints: String
  }

  /// The command that was built with these tests: an older one would prove nothing.
  static func url() throws -> URL {
    let tests = URL(filePath: try #require(CommandLine.arguments.first)).absoluteURL
    let command = tests.deletingLastPathComponent().appending(path: "assay")
    try #require(FileManager.default.isExecutableFile(atPath: command.path))
    return command
  }

  /// Runs the command until it ends; `meanwhile` is told its process.
  static func run(
    _ arguments: [String], writingTo file: FileHandle? = nil,
    meanwhile: (Process) throws -> Void = { _ in }
  ) throws -> Run {
    let process = Process()
    let (output, complaints) = (Pipe(), Pipe())
    process.executableURL = try url()
    process.arguments = arguments
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = file ?? output
    process.standardError = complaints
    try process.run()
    do {
      try meanwhile(process)
    } catch {
      process.terminate()
      throw error
    }
    let said = try file == nil ? output.fileHandleForReading.readToEnd() ?? Data() : Data()
    let complained = try complaints.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return Run(
      exitCode: process.terminationStatus, output: String(decoding: said, as: UTF8.self),
      complaints: String(decoding: complained, as: UTF8.self))
  }
}
