import Decision

extension RunEnding {
  /// What is said of a run that ended after `futures` futures; nothing where all went as asked.
  func sentence(after futures: Int) -> String? {
    let same = "--futures \(futures) gives the same."
    let done = futures.of("future")
    switch self {
    case .asAsked: return nil
    case .interrupted(let asked):
      return "Interrupted after \(done) of \(asked.figure): \(same)"
    case .stopped(let rule, let look, .interrupted):
      return """
        Interrupted after \(done), before it was settled that \(rule.goalWords) (\(rule.words(look))): \
        \(same)
        """
    case .stopped(let rule, let look, .settled):
      return """
        Settled after \(done), at \(rule.words(look)): \(rule.goalWords), but for a chance of \
        \(StoppingRule.error.percentExact) at most. \(same)
        """
    case .stopped(let rule, _, .gaveUp):
      return """
        NOT SETTLED after \(done), the most that were allowed: whether \(rule.goalWords) is open. \
        \(same) More may settle it (--max-futures). Open are:
        """
    }
  }
}

extension StoppingRule {
  /// The most futures that are run.
  var mostFutures: Int { looks.last ?? 0 }

  /// What is settled once the goal is reached, as a clause.
  fileprivate var goalWords: String {
    switch goal {
    case .precision(let share):
      """
      \(figures.map(\.words).listed) of every bid \(figures.count == 1 ? "is" : "are") known within \
      \((share * 100).significant)\u{202F}% of its mean cost
      """
    case .order(let indifference):
      "no bid stands wrongly above another by more than \((indifference * 100).significant) points"
    }
  }

  fileprivate func words(_ look: Int) -> String { "look \(look) of \(looks.count)" }

  /// The goal as facts.
  var json: Json {
    switch goal {
    case .precision(let share):
      [
        "kind": "precision", "share": .number(share),
        "figures": .texts(figures.map(\.rawValue)),
      ]
    case .order(let indifference): ["kind": "order", "indifference": .number(indifference)]
    }
  }
}

extension StoppingRule.Figure {
  /// The figure in words.
  var words: String {
    switch self {
    case .mean: "mean cost"
    case .risk: "risk P80−P50"
    case .p80: "P80"
    case .p90: "P90"
    case .cvar95: "mean of the worst 5\u{202F}%"
    }
  }
}

extension StoppedRun.End {
  /// The end in a word for machines.
  var word: String {
    switch self {
    case .settled: "settled"
    case .gaveUp: "gave_up"
    case .interrupted: "interrupted"
    }
  }
}
