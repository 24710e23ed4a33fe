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
      let folder = try Self.newFolder(in: FileManager.default.temporaryDirectory.path)
      defer { try? FileManager.default.removeItem(atPath: folder) }
      try Self.write(program.mps, to: FilePath(folder).appending("award.mps"))
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

  private static func newFolder(in parent: String) throws(SolverError) -> String {
    let folder = "\(parent)/assay-\(UUID().uuidString)"
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700])
    } catch {
      throw .failed("no folder can be made in \(parent)")
    }
    return folder
  }

  private static func write(_ text: String, to path: FilePath) throws {
    let file = try FileDescriptor.open(
      path, .writeOnly, options: [.create, .exclusiveCreate], permissions: .ownerReadWrite)
    _ = try file.closeAfter { try file.writeAll(text.utf8) }
  }

  /// How a child is asked to stop: it then writes the best that it has (SIGINT), and is ended where it
  /// does not end by itself within ten seconds (SIGKILL).
  private static let stop = [
    TeardownStep.send(signal: .interrupt, allowedDurationToNextStep: .seconds(10))
  ]

  /// Runs the child, and tells what it said and whether it was asked to stop.
  ///
  /// It is in a process group of its own, so that Ctrl-C reaches it through `isToStop` alone.
  private func run(in folder: String) async throws -> (said: String, wasStopped: Bool) {
    var options = PlatformOptions()
    options.processGroupID = 0
    options.teardownSequence = Self.stop
    let result = try await Subprocess.run(
      .path(FilePath(program)),
      arguments: [
        "award.mps", "-threads", "0", "-ratioGap", "\(gap)", "-maxNodes", "\(nodes)", "-solve",
        "-solution", "solution",
      ],
      workingDirectory: FilePath(folder), platformOptions: options,
      input: .none, output: .sequence, error: .combinedWithOutput
    ) { child in
      try await withThrowingTaskGroup(of: Bool.self) { watch in
        watch.addTask { await stopWhenAsked(child) }
        var said: [String] = []
        let lines = child.standardOutput.strings(bufferingPolicy: .unbounded)
        for try await line in lines { said.append(line) }
        watch.cancelAll()
        let wasAsked = try await watch.next() ?? false
        return (said.joined(separator: "\n"), wasAsked || Task.isCancelled)
      }
    }
    return result.closureResult
  }

  /// Watches until `child` is to stop or the task is cancelled, and says whether it is to stop.
  private func stopWhenAsked<Input, Output, Errors>(
    _ child: Execution<Input, Output, Errors>
  ) async -> Bool {
    var pause = 1
    while !isToStop() {
      guard (try? await Task.sleep(for: .milliseconds(pause))) != nil else { return isToStop() }
      pause = min(pause * 2, 50)
    }
    await child.teardown(using: Self.stop)
    return true
  }
}
