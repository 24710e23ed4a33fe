import ArgumentParser
import Assay

/// What providers make of a credit regime.
struct ResponseOptions: WhatIfQuestion {
  @Flag(
    help: "How hard each provider tries for its own margin; 4096 futures by default, as for --best."
  )
  var answer = false

  @Flag(help: "Find the credit regime of --bid that serves you best, and what it costs its margin.")
  var best = false

  @ArgumentParser.Option(
    help: ArgumentHelp(
      "What of your cost --best makes low: mean, p80, p90, cvar95.", valueName: "statistic"),
    transform: Criterion.Statistic.init(typed:))
  var statistic = Criterion.Statistic.mean

  @ArgumentParser.Option(
    parsing: .unconditional, help: "How many regimes each of its searches tries, 10 to 10000.")
  var tries = 80

  func validate() throws {
    guard !(answer && best) else {
      throw ValidationError("--answer and --best ask two questions: one at a time.")
    }
    guard (10...10_000).contains(tries) else {
      throw ValidationError("--tries is 10 to 10000.")
    }
  }

  /// How many futures are simulated where none are asked for.
  static let futures = 4_096

  /// The most futures, which are all kept.
  static let most = 65_536

  var flags: String { "--answer, --best" }

  var isAsked: Bool { answer || best }

  func check(_ event: EventOptions, bid: String?) throws {
    guard !best || bid != nil else { throw ValidationError("--best takes one --bid.") }
    guard (event.futures ?? 0) <= Self.most else {
      throw ValidationError("--answer and --best take at most \(Self.most) futures.")
    }
  }

  func answer(_ event: EventOptions, bid: String?, threads: Int) async throws -> String {
    let evaluation = try await event.source.evaluation(futures: event.futures ?? Self.futures)
    try evaluation.requireStatedPrices(of: bid)
    guard let bid, best else {
      let report = try evaluation.responses(of: bid)
      return event.json ? report.json : report.text
    }
    let progress = Progress(of: RegimeSearch.points * tries, isMost: true, "regimes")
    defer { progress.end() }
    let report = try evaluation.bestRegime(of: bid, lowering: statistic, evaluations: tries) {
      progress.tell($0)
    }
    return event.json ? report.json : report.text
  }
}

extension Criterion.Statistic {
  fileprivate init(typed text: String) throws {
    guard let statistic = Self(rawValue: text) else {
      throw ValidationError(
        "It is one of \(Self.allCases.map(\.rawValue).joined(separator: ", ")).")
    }
    self = statistic
  }
}
