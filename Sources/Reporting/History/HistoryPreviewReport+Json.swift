import Contracts
import Loading
import Quantities

extension HistoryPreviewReport {
  /// The report for machines.
  public var json: String {
    let document: Json = [
      "file": .text(preview.file), "source": .text(preview.source),
      "first_values": .list(preview.rows.map(\.json)),
      "series": .list(preview.series.map(\.json)),
      "providers": .list(preview.providers.map(\.json)),
      "rows": [
        "all": .count(preview.rowCount), "filtered": .count(preview.filteredRows),
        "of_other_series": .count(preview.otherRows),
      ],
      "gaps": .list(preview.gaps.map(\.json)),
    ]
    return document.document
  }
}

extension HistoryPreview.Row {
  fileprivate var json: Json {
    [
      "line": .count(line), "period": .text(period), "provider": .text(provider),
      "month": .text("\(month)"), "series": .text(series),
      "part": .optional(part) { .text($0.rawValue) }, "value": .number(value),
      "cases": .optional(sample, Json.number),
    ]
  }
}

extension HistoryPreview.Series {
  fileprivate var json: Json {
    [
      "series": .text(series.name),
      "aggregate": .optional(series.aggregation) { .text($0.rawValue) },
      "rate": .truth(series.isRate), "better": .optional(series.better) { .text($0.rawValue) },
      "target": .optional(series.target, Json.number), "providers": .count(providers),
      "values": .count(count), "first_month": .optional(span) { .text("\($0.lowerBound)") },
      "last_month": .optional(span) { .text("\($0.upperBound)") }, "mean": .number(mean),
      "empty_cells": .count(emptyCells),
    ]
  }
}

extension HistoryPreview.Provider {
  fileprivate var json: Json {
    [
      "provider": .text(name), "series": .count(series), "months": .count(months),
      "first_month": .optional(span) { .text("\($0.lowerBound)") },
      "last_month": .optional(span) { .text("\($0.upperBound)") },
    ]
  }
}

extension HistoryGap {
  fileprivate var json: Json {
    var facts: [String: Json] = [
      "provider": .text(provider), "series": .text(series), "month": .text("\(month)"),
      "dropped": .truth(isDropped),
    ]
    switch reason {
    case .incomplete(let found, let count, let unit):
      facts["cause"] = "incomplete"
      facts["found"] = .count(found)
      facts["expected"] = .count(count)
      facts["unit"] = .text(unit.rawValue)
    case .noEnd: facts["cause"] = "no_end"
    case .noCases: facts["cause"] = "no_cases"
    case .unpaired: facts["cause"] = "unpaired"
    }
    return .object(facts)
  }
}
