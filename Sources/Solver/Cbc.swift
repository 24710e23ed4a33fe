import Foundation
import Glibc

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
      let wasStopped = try await run(in: folder)
      let log = try Data(contentsOf: URL(filePath: "\(folder)/log"))
      let said = String(decoding: log, as: UTF8.self)
      let written = FileManager.default.contents(atPath: "\(folder)/solution") ?? Data()
      guard !written.isEmpty else {
        return try Solution(withoutValues: said, wasStopped: wasStopped)
      }
      return try Solution(
        String(decoding: written, as: UTF8.self), said: said, of: program)
    } catch let error as SolverError {
      throw error
    } catch {
      throw .failed(error.localizedDescription)
    }
  }

  /// Runs the child, and says whether it was asked to stop.
  private func run(in folder: String) async throws -> Bool {
    let child = Process()
    child.executableURL = URL(filePath: program)
    child.currentDirectoryURL = URL(filePath: folder)
    child.arguments = [
      "award.mps", "-threads", "0", "-ratioGap", "\(gap)", "-maxNodes", "\(nodes)", "-solve",
      "-solution", "solution",
    ]
    try Data().write(to: URL(filePath: "\(folder)/log"))
    let log = try FileHandle(forWritingTo: URL(filePath: "\(folder)/log"))
    child.standardInput = FileHandle.nullDevice
    child.standardOutput = log
    child.standardError = log
    try runHearingSignals(child)
    defer { try? log.close() }
    return await wait(for: child)
  }

  /// Starts `child` so that it can be asked to stop.
  ///
  /// A child inherits which signals its thread blocks, and threads that run tasks block all of them.
  private func runHearingSignals(_ child: Process) throws {
    var (none, before) = (sigset_t(), sigset_t())
    unsafe sigemptyset(&none)
    unsafe pthread_sigmask(SIG_SETMASK, &none, &before)
    defer { unsafe pthread_sigmask(SIG_SETMASK, &before, nil) }
    try child.run()
  }

  /// Waits until `child` ends, and says whether it was asked to stop.
  ///
  /// Where it is to stop it is asked to (SIGINT: it then writes the best that it has), and is ended
  /// (SIGKILL) where it does not within ten seconds.
  private func wait(for child: Process) async -> Bool {
    var (pause, asked) = (1, 0)
    while child.isRunning {
      try? await Task.sleep(for: .milliseconds(pause))
      pause = min(pause * 2, 50)
      guard isToStop() || Task.isCancelled else { continue }
      if asked == 0 { child.interrupt() }
      if asked > 200 { kill(child.processIdentifier, SIGKILL) }
      asked += 1
    }
    return asked > 0
  }
}
