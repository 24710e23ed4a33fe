import Contracts
import Decision
import Simulation

extension VaryReport {
  /// The report for machines, as `docs/schema/whatif.schema.json` describes it.
  public var json: String {
    let document: Json = [
      "provenance": provenance.json, "event": event.json, "basis": .text(basis.rawValue),
      "vary": [
        "design": .text(design.kind.rawValue), "simulated_options": .count(simulated),
        "terms": .list(
          zip(design.axes, written).map { axis, stated in
            [
              "path": .text(axis.path), "values": .texts(axis.values),
              "as_written": .list(stated.map(\.json)),
            ]
          }),
        "reference": json(of: reference), "cells": .list(cells.map(json(of:))),
      ],
    ]
    return document.document
  }

  private func json(of cell: WhatIfCell) -> Json {
    [
      "values": .texts(cell.values), "winner": .optional(cell.winner) { .text($0.id) },
      "winner_is_tied": .truth(cell.isTied), "bids": .list(cell.bids.map(\.json)),
      "baseline": .optional(cell.baseline) { .object($0.members) },
    ]
  }
}

extension VaryReport.Stated {
  fileprivate var json: Json {
    ["bid": .optional(option, Json.text), "text": .optional(text, Json.text)]
  }
}

extension WhatIfCell.Bid {
  fileprivate var json: Json {
    var members = figures.members
    members["id"] = .text(id)
    members["rank"] = .count(row.rank)
    members["tied_with_above"] = .truth(row.isTiedWithAbove)
    members["score"] = row.overall.json
    members["cheapest"] = .optional(figures.cheapest, \.json)
    members["against_reference"] = .optional(change, \.json)
    return .object(members)
  }
}

extension WhatIfCell.Figures {
  fileprivate var members: [String: Json] {
    [
      "cost": CostBasis.object { costs[$0]?.json ?? .null },
      "risk": CostBasis.object { risks[$0]?.json ?? .null },
      "credits": credits.json, "loss": loss.meanJson, "exits": exits.meanJson,
      "price": .number(price),
    ]
  }
}

extension Estimate {
  /// The mean and its standard error, in the words of ``Moments/json``.
  fileprivate var meanJson: Json {
    ["mean": .number(value), "standard_error": .number(standardError)]
  }
}

extension WhatIfCell.Change {
  fileprivate var json: Json {
    [
      "cost": CostBasis.object { costs[$0]?.json ?? .null }, "credits": credits.json,
      "pass_through": passThrough.json,
    ]
  }
}

extension PassThrough {
  fileprivate var json: Json {
    [
      "providers_cost": providersCost.json, "is": .text(cost.rawValue),
      "gains": .list(
        gains.map {
          [
            "share": .number($0.share), "gain": $0.gain.json, "price_rise": .number($0.priceRise),
          ]
        }),
      "vanishes_at": .optional(vanishesAt, \.json),
    ]
  }
}

extension CostBasis {
  /// An object with a member for each basis.
  static func object(_ value: (CostBasis) -> Json) -> Json {
    .object(Dictionary(uniqueKeysWithValues: allCases.map { ($0.rawValue, value($0)) }))
  }
}
