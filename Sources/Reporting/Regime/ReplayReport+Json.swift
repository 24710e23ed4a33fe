import Contracts
import Futures
import Quantities
import Settlement
import Simulation

extension ReplayReport {
  /// The report for machines, as `docs/schema/replay.schema.json` describes it.
  public var json: String {
    let document: Json = [
      "provenance": provenance.json, "event": event.json, "record_of": .text(bid.id),
      "regime_of": .text(regime.id), "record": recordJson,
      "paid": .number(replayed.paid), "charge": .number(replayed.charge),
      "steps": steps { replayed[$0] },
      "expected": [
        "paid": simulated.meanPaid.json, "charge": .number(simulated.meanCharge),
        "p05": simulated.paid(at: 0.05).json, "p95": simulated.paid(at: 0.95).json,
        "share_below_record": simulated.share(below: replayed.paid).json,
      ],
      "left_in_month": .optional(leftIn) { .count($0) },
      "levels": .list(replayed.levels.map(json(of:))),
      "stated_for_several": .number(replayed.statedForSeveral),
      "months": .list(replayed.months.map(json(of:))),
    ]
    return document.document
  }

  private var recordJson: Json {
    let missing = record.missing.mapValues { Json.texts($0.map(\.description)) }
    let volumes = event.serviceLines.map { line in
      (line.id, json(of: record.volumes[line.id] ?? .baseline, record.filled[line.id] ?? 0))
    }
    return [
      "provider": .text(record.provider), "first_month": .count(record.months.lowerBound),
      "last_month": .count(record.months.upperBound),
      "first_recorded": .text("\(record.recordedMonth(in: record.months.lowerBound))"),
      "last_recorded": .text("\(record.recordedMonth(in: record.months.upperBound))"),
      "begins": .text("\(record.recorded.lowerBound)"),
      "ends": .text("\(record.recorded.upperBound)"), "missing": .object(missing),
      "volumes": .object(Dictionary(volumes) { one, _ in one }),
    ]
  }

  private func json(of source: ServiceRecord.VolumeSource, _ filled: Int) -> Json {
    let filled = Json.count(filled)
    return switch source {
    case .own: ["source": "own", "months_of_baseline": filled]
    case .demand(let key):
      [
        "source": "demand", "provider": .text(key.provider), "series": .text(key.series),
        "months_of_baseline": filled,
      ]
    case .baseline: ["source": "baseline", "months_of_baseline": filled]
    }
  }

  private func steps(_ amount: (CreditStep) -> Double) -> Json {
    let steps = CreditStep.allCases.map { ($0.rawValue, Json.number(amount($0))) }
    return .object(Dictionary(steps) { one, _ in one })
  }

  private func json(of level: ReplayedRegime.Level) -> Json {
    [
      "level": .text(contract.levels[level.level]), "months_judged": .count(level.judged),
      "defaults": .count(level.defaults), "stated": .number(level.stated),
    ]
  }

  private func json(of month: ReplayedRegime.Month) -> Json {
    [
      "month": .count(month.month),
      "calendar_month": .text("\(event.firstMonth + (month.month - 1))"),
      "recorded": .text("\(month.recorded)"), "live": .truth(month.isLive),
      "charge": .number(month.charge), "steps": steps { month[$0] },
      "paid": .number(month.paid), "capped": .truth(month.isCapped),
      "defaults": .texts(month.defaults.map { contract.levels[$0] }),
    ]
  }
}
