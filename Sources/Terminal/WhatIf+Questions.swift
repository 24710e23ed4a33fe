import ArgumentParser
import Assay

/// Trying values of terms.
struct VaryOptions: LaboratoryQuestion {
  @ArgumentParser.Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "Try values of a term: bids/*/credits/at_risk=8%..20%:2%, a list 8%,12%, or words. Several give "
        + "every value with every other.", valueName: "path=range"),
    transform: Laboratory.Vary.init(typed:))
  var vary: [Laboratory.Vary] = []

  @ArgumentParser.Option(
    parsing: .unconditional,
    help: "Try so many cells, a Latin hypercube over the ranges, which then need no step.")
  var sample: Int?

  var flags: String { "--vary" }

  var isAsked: Bool { !vary.isEmpty }

  func validate() throws {
    guard sample == nil || isAsked else { throw ValidationError("--sample goes with --vary.") }
    guard sample.map({ (1...Design.mostCells).contains($0) }) ?? true else {
      throw ValidationError("--sample is 1 to \(Design.mostCells).")
    }
  }

  func answer(
    of laboratory: Laboratory, bid: String?, threads: Int, inJson: Bool
  ) async throws -> String {
    let design = try laboratory.design(vary, sample: sample)
    let progress = Progress(of: laboratory.futures(of: design))
    defer { progress.end() }
    let report = try await laboratory.vary(design, threads: threads) { progress.tell($0) }
    return inJson ? report.json : report.text
  }
}

/// Finding where two costs are equal.
struct BreakEvenOptions: LaboratoryQuestion {
  @ArgumentParser.Option(
    help: "Find the value of this term at which two mean costs are equal.")
  var breakEven: String?

  @ArgumentParser.Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("The two bids whose costs are to be equal.", valueName: "bid"))
  var between: [String] = []

  @ArgumentParser.Option(
    help: ArgumentHelp(
      "The mean cost that the bid is to have: 20m, 500k or a number.", valueName: "amount"),
    transform: amount(typed:))
  var target: Double?

  @ArgumentParser.Option(
    name: .customLong("in"), parsing: .unconditional,
    help: ArgumentHelp(
      "Where to look. (default: from 0 to three times the term as written)", valueName: "from..to"))
  var range: String?

  var flags: String { "--break-even" }

  var isAsked: Bool { breakEven != nil }

  func validate() throws {
    guard isAsked || (between.isEmpty && target == nil && range == nil) else {
      throw ValidationError("--between, --target and --in go with --break-even.")
    }
  }

  func check(_ event: EventOptions, bid: String?) throws {
    let isBetween = between.count == 2 && bid == nil && target == nil
    let isTarget = between.isEmpty && bid != nil && target != nil
    guard isBetween || isTarget else {
      throw ValidationError(
        "--break-even takes two bids, --between A B, or one and what it is to cost: --bid A --target 20m."
      )
    }
    try checkFutures(of: event)
  }

  func answer(
    of laboratory: Laboratory, bid: String?, threads: Int, inJson: Bool
  ) async throws -> String {
    let progress = Progress(of: laboratory.futuresOfBreakEven, isMost: true)
    defer { progress.end() }
    let other = target.map { BreakEvenReport.Equal.amount($0) } ?? .bid(between.last ?? "")
    let report = try await laboratory.breakEven(
      of: breakEven ?? "", bid ?? between.first ?? "", equals: other, in: range, threads: threads
    ) { progress.tell($0) }
    return inJson ? report.json : report.text
  }
}

/// Comparing what terms are worth.
struct ExchangeOptions: LaboratoryQuestion {
  @ArgumentParser.Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "What a little more of each term is worth; a step may stand behind a colon: "
        + "bids/*/credits/at_risk:0.5%.", valueName: "path"))
  var exchange: [String] = []

  var flags: String { "--exchange" }

  var isAsked: Bool { !exchange.isEmpty }

  func answer(
    of laboratory: Laboratory, bid: String?, threads: Int, inJson: Bool
  ) async throws -> String {
    let progress = Progress(of: laboratory.futures(ofTerms: exchange))
    defer { progress.end() }
    let report = try await laboratory.exchange(exchange, threads: threads) { progress.tell($0) }
    return inJson ? report.json : report.text
  }
}

extension Laboratory.Vary {
  fileprivate init(typed text: String) throws {
    guard let equals = text.firstIndex(of: "=") else {
      throw ValidationError(
        "It is a path and its values, such as bids/*/credits/at_risk=8%..20%:2%.")
    }
    self.init(path: String(text[..<equals]), range: String(text[text.index(after: equals)...]))
  }
}

/// The amount that `20m`, `500k`, `1.5bn` or a plain number is.
private func amount(typed text: String) throws -> Double {
  let endings = [("bn", 9), ("m", 6), ("k", 3)]
  let ending = endings.first { text.lowercased().hasSuffix($0.0) }
  let digits = text.dropLast(ending?.0.count ?? 0)
  guard let number = WrittenNumber(digits), number.unit == .none,
    let amount = Double("\(number.digits)e\((ending?.1 ?? 0) - number.places)")
  else { throw ValidationError("It is an amount such as 20m, 500k or 1250000.50.") }
  return amount
}
