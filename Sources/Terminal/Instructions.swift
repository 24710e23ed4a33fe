import FoundationEssentials
import Rows

/// Uses the instruction set that the environment asks for by `ASSAY_INSTRUCTIONS`, to measure and to
/// compare: it changes no result.
///
/// - Throws: ``UnknownInstructions`` for one that this machine lacks.
func useInstructionsOfEnvironment() throws(UnknownInstructions) {
  guard let name = ProcessInfo.processInfo.environment["ASSAY_INSTRUCTIONS"] else { return }
  guard let set = InstructionSet(rawValue: name), InstructionSet.available.contains(set) else {
    throw UnknownInstructions(name: name)
  }
  set.use()
}

/// An instruction set that this machine does not have.
struct UnknownInstructions: Error {
  var name: String

  /// What was found and what can be asked for.
  var sentence: String {
    let known = InstructionSet.available.map(\.rawValue).joined(separator: ", ")
    return "ASSAY_INSTRUCTIONS is \(name): this machine has \(known)"
  }
}
