import ArgumentParser
import Assay

/// Until what is settled a simulation goes on.
struct StoppingOptions: ParsableArguments {
  @ArgumentParser.Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Simulate until mean and risk of every bid are known within this percentage of its mean cost, "
        + "such as 0.1%, or until the order of the bids is: order.",
      valueName: "percentage or order"),
    transform: Target.init(typed:))
  var until: Target?

  @ArgumentParser.Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "With --until order: by how many of the 100 points of score an order may be wrong. "
        + "(default: 0.5%)",
      valueName: "percentage"),
    transform: percentage(typed:))
  var indifference: Double?

  @ArgumentParser.Option(
    parsing: .unconditional,
    help: "With --until: after how many futures it gives up. (default: 10000000)")
  var maxFutures: Int?

  func validate() throws {
    guard until != nil || maxFutures == nil else {
      throw ValidationError("--max-futures goes with --until; --futures says how many there are.")
    }
    if case .order? = until {
    } else if indifference != nil {
      throw ValidationError("--indifference goes with --until order.")
    }
    guard (1...(1 << 32)).contains(most) else {
      throw ValidationError("--max-futures is 1 to 4294967296.")
    }
  }

  /// After how many futures it gives up.
  var most: Int { maxFutures ?? 10_000_000 }

  /// What is to be settled, or nothing where the number of futures is given.
  var goal: StoppingRule.Goal? {
    until.map { target in
      switch target {
      case .precision(let share): .precision(share)
      case .order: .order(indifference: indifference ?? 0.005)
      }
    }
  }
}

extension StoppingOptions {
  /// What is to be settled, as it is typed: `0.1%` or `order`.
  enum Target {
    case precision(Double)
    case order

    init(typed text: String) throws {
      guard text != "order" else {
        self = .order
        return
      }
      let share = try? percentage(typed: text)
      guard let share, share > 0 else {
        throw ValidationError("It is a percentage above 0 with its sign, such as 0.1%, or order.")
      }
      self = .precision(share)
    }
  }
}

/// The share that a percentage such as `0.1%` is, 0 to 1.
func percentage(typed text: String) throws -> Double {
  let digits = text.dropLast()
  let isNumber = digits.allSatisfy { $0.isASCII && ($0.isWholeNumber || $0 == ".") }
  guard text.hasSuffix("%"), isNumber, let number = Double(digits), number <= 100 else {
    throw ValidationError("It is a percentage with its sign, such as 0.5%, to 100%.")
  }
  return number / 100
}
