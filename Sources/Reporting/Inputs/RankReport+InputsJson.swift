import Contracts
import Decision
import Futures
import Simulation

/// What matters for the costs of bids, for machines.
extension RankReport {
  func json(of study: InputStudy) -> Json {
    let ids = study.bids.map { comparison.options[$0].bid.id }
    return [
      "choice": .texts(study.choice.map { ids[$0] }), "winner": .text(ids[study.winner]),
      "runner_up": .optional(study.runnerUp) { .text(ids[$0]) },
      "design_futures": .count(study.designFutures),
      "sampled_futures": .count(study.sampledFutures),
      "worth_of_everything": study.everything.json,
      "inputs": .list(study.findings.map { json(of: $0, study, ids) }),
    ]
  }

  private func json(
    of finding: InputStudy.Finding, _ study: InputStudy, _ ids: [String]
  ) -> Json {
    let input = study.input(finding)
    return [
      "name": .text(input.name), "text": .text(input.words), "kind": .text(input.kind),
      "level": .text(input.level.rawValue),
      "variance": [
        "cost": .object(byBid(finding.costs.map(json(of:)), ids)),
        "difference": json(of: finding.difference),
      ],
      "winner_changes": finding.winnerChanges.json,
      "worth": .optional(finding.worth, \.json),
      "tornado": .optional(finding.tornado) { tornado in
        [
          "measure": .text(study.inputs.hasOneFigure(finding.input) ? "share_of_expected" : "cost"),
          "p10": .number(tornado.low), "p90": .number(tornado.high),
          "cost": .object(byBid(tornado.bars.map(json(of:)), ids)),
          "difference": study.runnerUp == nil
            ? .null : .optional(tornado.bars.last, json(of:)),
        ]
      },
    ]
  }

  private func byBid(_ values: [Json], _ ids: [String]) -> [String: Json] {
    Dictionary(zip(ids, values)) { first, _ in first }
  }

  private func json(of index: SobolIndex?) -> Json {
    .optional(index) { ["first": $0.first.json, "total": $0.total.json] }
  }

  private func json(of bar: Tornado.Bar) -> Json {
    ["at_p10": bar.low.json, "at_p90": bar.high.json]
  }
}
