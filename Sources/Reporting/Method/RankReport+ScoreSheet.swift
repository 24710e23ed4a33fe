import Contracts
import Decision

extension RankReport {
  private var scored: [Criterion] {
    comparison.event.criteria.filter { $0.measure == .scored }
  }

  private var sheet: ScoreSheet { comparison.event.scoreSheet }

  /// Adds what evaluators say of each bid, and how far apart they are.
  func addHandScores(to page: inout Page) {
    guard !scored.isEmpty else { return }
    page.section("What evaluators say, on the scale of each criterion")
    page.table(
      TextTable(
        keys: ["criterion", "bid"],
        ["score", "by", "evaluators", "lowest–highest", "std dev"],
        rows: scored.flatMap { criterion in
          bids.map { bid in [criterion.id, bid.bid.id] + cells(of: bid, by: criterion) }
        }))
  }

  private func cells(of bid: OptionFigures, by criterion: Criterion) -> [String] {
    guard let result = sheet.result(of: bid.bid.id, by: criterion.id) else { return [] }
    let scores = result.evaluators
    let range = scores.min().flatMap { low in
      scores.max().map { span(low.coefficient, $0.coefficient) }
    }
    return [
      result.score.coefficient, result.isModerated ? "agreement" : "mean", scores.count.figure,
      range ?? unknown, result.standardDeviation?.coefficient ?? unknown,
    ]
  }

  /// Adds every score with its reason.
  func addScoreSheet(to page: inout Page) {
    guard !sheet.entries.isEmpty else { return }
    page.section("Every score by hand")
    page.table(
      TextTable(
        keys: ["criterion", "bid"], ["evaluator", "score", "rationale"],
        rows: sheet.entries.map {
          [$0.criterion, $0.bid, $0.evaluator, $0.score.coefficient, $0.rationale]
        }
      ).onTheLeft)
  }

  /// Every score for machines.
  var scoreSheetJson: Json {
    .list(
      sheet.entries.map { entry in
        [
          "criterion": .text(entry.criterion), "bid": .text(entry.bid),
          "evaluator": .text(entry.evaluator), "score": .number(entry.score),
          "rationale": .text(entry.rationale),
        ]
      })
  }

  /// What the scores of `bid` come to, by criterion, for machines.
  func handScores(of bid: OptionFigures) -> Json {
    let results = scored.compactMap { criterion in
      sheet.result(of: bid.bid.id, by: criterion.id).map { (criterion.id, $0.json) }
    }
    return .object(Dictionary(results) { first, _ in first })
  }
}

extension ScoreSheet.Result {
  fileprivate var json: Json {
    [
      "score": .number(score), "moderated": .truth(isModerated),
      "evaluators": .count(evaluators.count), "mean": .optional(mean, Json.number),
      "standard_deviation": .optional(standardDeviation, Json.number),
      "lowest": .optional(evaluators.min(), Json.number),
      "highest": .optional(evaluators.max(), Json.number),
    ]
  }
}
