import ArgumentParser
import Assay
import Foundation

/// Writes the answer that `body` gives to standard output, or why there is none to standard error.
///
/// - Throws: The exit code: 2 where the input is wrong, 70 for a defect of this program.
func answering(_ body: () async throws -> String) async throws {
  do {
    print(try await body(), terminator: "")
  } catch let error as LoadingError {
    let faults = error.faults.count
    tell(error.description + "\n\(faults) fault\(faults == 1 ? "" : "s")\n")
    throw ExitCode(2)
  } catch let error as ResolutionError {
    tell(error.sentence + "\n")
    throw ExitCode(2)
  } catch let error as ExplanationError {
    tell(error.description + "\n")
    throw ExitCode(2)
  } catch {
    tell("assay is at fault: \(error)\n")
    throw ExitCode(70)
  }
}

/// Writes `text` to standard error.
func tell(_ text: String) { try? FileHandle.standardError.write(contentsOf: Data(text.utf8)) }

/// The number of processors.
var processors: Int { ProcessInfo.processInfo.activeProcessorCount }
