import ArgumentParser
import Assay

/// Whether other methods and weights are asked about the bids.
struct SensitivityOptions: ParsableArguments {
  @Flag(help: "Say beside the ranking what other methods and other weights make of the bids.")
  var sensitivity = false

  @ArgumentParser.Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "With --sensitivity: the weights that are held to be possible. free: any; ordinal: any in the "
        + "order of those stated; ratio:2: with ratios within a factor of 2 of those stated. "
        + "(default: ratio:2)",
      valueName: "free, ordinal or ratio:FACTOR"),
    transform: WeightSpace.init(typed:))
  var weights: WeightSpace?

  func validate() throws {
    guard sensitivity || weights == nil else {
      throw ValidationError("--weights goes with --sensitivity.")
    }
  }

  /// The report with what was asked for.
  func completed(_ report: RankReport) async -> RankReport {
    sensitivity ? await report.withSensitivity(to: weights ?? .standard) : report
  }
}

extension WeightSpace {
  /// The weights as they are typed: `free`, `ordinal` or `ratio:2`.
  init(typed text: String) throws {
    switch text {
    case "free": self = .free
    case "ordinal": self = .ordinal
    default:
      let parts = text.split(separator: ":", omittingEmptySubsequences: false)
      let digits = parts.count == 2 && parts[0] == "ratio" ? parts[1] : ""
      let isNumber = digits.allSatisfy { $0.isASCII && ($0.isWholeNumber || $0 == ".") }
      guard isNumber, let factor = Double(digits), (1...1_000).contains(factor) else {
        throw ValidationError(
          "It is free, ordinal, or ratio: and a factor from 1 to 1000, such as ratio:2.")
      }
      self = .ratio(factor)
    }
  }
}
