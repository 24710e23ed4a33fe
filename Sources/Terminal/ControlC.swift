import ArgumentParser
import Assay
import Glibc

/// What Ctrl-C does while futures are simulated: the first time the simulation ends with the futures
/// that are done, the second time the program ends at once.
enum ControlC {
  private static let interruption = Interruption()

  /// The code with which a program that was interrupted exits.
  static let exitCode = ExitCode(130)

  /// Whether it was pressed while it was watched for.
  static var isPressed: Bool { interruption.isRequested }

  /// From now on the first Ctrl-C requests the interruption that is returned.
  static func watched() -> Interruption {
    let interruption = interruption  // made here, not by the handler
    signal(SIGINT) { _ in
      ControlC.interruption.request()
      signal(SIGINT, SIG_DFL)
    }
    return interruption
  }

  /// Says that there is nothing to report.
  static func nothingDone() -> ExitCode {
    complain("interrupted before a block of \(Experiment.blockSize) futures was done")
    return exitCode
  }
}
