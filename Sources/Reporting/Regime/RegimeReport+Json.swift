import Contracts
import Decision
import Settlement
import Simulation

extension RegimeReport {
  /// The report for machines, as `docs/schema/regime.schema.json` describes it.
  public var json: String {
    let document: Json = [
      "provenance": provenance.json, "event": event.json, "bounds": Self.bounds,
      "options": .list(regimes.map(json(of:))),
    ]
    return document.document
  }

  private static var bounds: Json {
    [
      "paid_share": .number(CosmeticBound.paidShare),
      "chance_of_credit": .number(CosmeticBound.chanceOfCredit),
      "never_missed": .number(CosmeticBound.neverMissed),
      "never_met": .number(CosmeticBound.neverMet),
      "mostly_free": .number(CosmeticBound.mostlyFree), "weak": .number(CosmeticBound.weak),
    ]
  }

  private func json(of one: EffectiveRegime) -> Json {
    let regime = one.regime
    let steps = CreditStep.allCases.map { ($0.rawValue, regime[$0].json) }
    return [
      "id": .text(one.bid.id), "name": .text(one.bid.name), "headline": one.headline.json,
      "charge": regime.charge.json,
      "steps": .object(Dictionary(steps) { _, later in later }),
      "paid": regime.paid.json, "paid_nominal": regime.nominalPaid.json,
      "paid_share": regime.paidShare.json, "paid_share_p95": regime.paidShare(at: 0.95).json,
      "chance_of_credit": regime.chanceOfCredit.json, "loss": regime.loss.json,
      "states_loss": .truth(one.statesLoss),
      "levels": .list(one.levels.map(\.json)), "several_levels": regime.several.json,
      "metrics": .list(one.marginals.map(\.json)), "further_futures": .count(one.furtherFutures),
      "findings": .list(one.findings.map(\.json)),
    ]
  }
}

extension CreditHeadline {
  fileprivate var json: Json {
    var cap = Json.null
    switch monthCap {
    case .share(let share)?: cap = ["share": .number(share)]
    case .amount(let amount)?: cap = ["amount": .number(amount)]
    case nil: break
    }
    return [
      "share": .optional(share, Json.number), "source": .optional(source) { .text($0.rawValue) },
      "of_some_prices": .truth(isOfSomePrices), "month_cap": cap,
    ]
  }
}

extension CreditRegime.Level {
  /// What the defaults come to, for machines.
  fileprivate var json: Json { ["stated": stated.json, "after_caps": afterCaps.json] }
}

extension EffectiveRegime.Level {
  fileprivate var json: Json {
    [
      "level": .text(name), "metric": .text(metric.id), "target": .number(promise.target),
      "comparison": .text(promise.comparison.rawValue), "credited": .truth(isCredited),
      "months_judged": worth.judged.json, "defaults": worth.defaults.json,
      "default_share": .optional(worth.defaultShare, Json.number),
      "stated": worth.stated.json, "after_caps": worth.afterCaps.json,
      "free_to_fail": .optional(further, \.json),
    ]
  }
}

extension FurtherDefaults.Level {
  fileprivate var json: Json {
    let taken = takenBy.map { ($0.key.rawValue, Json.count($0.value)) }
    return [
      "open_months": openMonths.json, "free_months": months.json,
      "share": .optional(share, \.json), "chance_of_any": chance.json,
      "first_month": .optional(firstMonth) { .count($0) },
      "taken_by": .object(Dictionary(taken) { _, later in later }),
      "by_month": .list(
        zip(openByMonth, freeByMonth).enumerated().map { place, counts in
          [
            "month": .count(place + 1), "open": .count(counts.0), "free": .count(counts.1),
          ]
        }),
    ]
  }
}

extension EffectiveRegime.Marginal {
  fileprivate var json: Json {
    [
      "metric": .text(metric.id), "level": .number(level),
      "point": .number(1 / metric.pointsPerUnit), "states_loss": .truth(statesLoss),
      "worse": .optional(worse, \.json), "better": .optional(better, \.json),
    ]
  }
}

extension EffectiveRegime.Change {
  fileprivate var json: Json { ["credits": credits.json, "loss": loss.json] }
}
