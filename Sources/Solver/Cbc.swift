import FoundationEssentials
import Subprocess
import SystemPackage

/// The program `cbc`, COIN-OR Branch and Cut, run as a child: the one door to it.
///
/// It runs on one thread and, but for a wish to stop, without regard to time: so the same program
/// gives the same answer.
public struct Cbc: Sendable {
  /// How far the cost may lie above the least there is, as a share of it.
  public var gap: Double

  /// After how many nodes of the search it gives up.
  public var nodes: Int

  /// Whether it is to stop, asked many times while it runs.
  public var isToStop: @Sendable () -> Bool

  private let program: String

  /// Finds the program on `path`, by default that of the environment.
  ///
  /// - Throws: ``SolverError/missing(program:)`` where it is not there.
  public init(
    gap: Double = 0, nodes: Int = 1_000_000, isToStop: @escaping @Sendable () -> Bool = { false },
    path: String? = nil
  ) throws(SolverError) {
    self.gap = gap
    self.nodes = nodes
    self.isToStop = isToStop
    let known = path ?? ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    let folders = known.split(separator: ":").map(String.init)
    let places = folders.filter { $0.hasPrefix("/") }.map { $0 + "/cbc" }
    guard let found = places.first(where: FileManager.default.isExecutableFile) else {
      throw .missing(program: "cbc")
    }
    program = found
  }

  /// Solves `program`.
  ///
  /// - Throws: ``SolverError`` where the child does not answer.
  public func solve(_ program: MixedProgram) async throws(SolverError) -> Solution {
    do {
      let folder = FileManager.default.temporaryDirectory.path + "/assay-\(UUID().uuidString)"
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700])
      defer { try? FileManager.default.removeItem(atPath: folder) }
      try Data(program.mps.utf8).write(to: URL(filePath: "\(folder)/award.mps"))
      let (said, wasStopped) = try await run(in: folder)
      let written = FileManager.default.contents(atPath: "\(folder)/solution") ?? Data()
      guard !written.isEmpty else {
        return try Solution(withoutValues: said, wasStopped: wasStopped)
      }
      return try Solution(
        String(decoding: written, as: UTF8.self), said: said, of: program)
    } catch let error as SolverError {
      throw error
    } catch {
      throw .failed("\(error)")
    }
  }

  /// Runs the child, and tells what it said and whether it was asked to stop.
  private func run(in folder: String) async throws -> (said: String, wasStopped: Bool) {
    let result = try await Subprocess.run(
      .path(FilePath(program)),
      arguments: [
        "award.mps", "-threads", "0", "-ratioGap", "\(gap)", "-maxNodes", "\(nodes)", "-solve",
        "-solution", "solution",
      ],
      workingDirectory: FilePath(folder),
      input: .none, output: .sequence, error: .combinedWithOutput
    ) { child in
      let watch = Task { await stopWhenAsked(child) }
      var said: [String] = []
      for try await line in child.standardOutput.strings() { said.append(line) }
      watch.cancel()
      return (said.joined(separator: "\n"), await watch.value)
    }
    return result.closureResult
  }

  /// Watches until `child` is to stop or the task is cancelled, and says whether it was asked to.
  ///
  /// Asked to stop (SIGINT), it writes the best that it has; where it does not end within ten
  /// seconds it is ended (SIGKILL).
  private func stopWhenAsked<Input, Output, Errors>(
    _ child: Execution<Input, Output, Errors>
  ) async -> Bool {
    var pause = 1
    while !isToStop() {
      guard (try? await Task.sleep(for: .milliseconds(pause))) != nil else { return false }
      pause = min(pause * 2, 50)
    }
    await child.teardown(
      using: [.send(signal: .interrupt, allowedDurationToNextStep: .seconds(10))])
    return true
  }
}
