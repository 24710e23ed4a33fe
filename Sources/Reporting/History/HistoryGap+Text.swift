import Loading
import Quantities

extension [HistoryGap] {
  /// The gaps in sentences: one for each series, month and cause, with its providers.
  var sentences: [String] {
    var order: [Cause] = []
    var providers: [Cause: [String]] = [:]
    for gap in self {
      let cause = Cause(series: gap.series, month: gap.month, words: gap.words)
      if providers[cause] == nil { order.append(cause) }
      providers[cause, default: []].append(gap.provider)
    }
    return order.map { cause in
      let names = providers[cause] ?? []
      let some = names.count > 5 ? names.prefix(4) + ["\(names.count - 4) more"] : names[...]
      return "\(cause.series) in \(cause.month): \(cause.words) (\([String](some).listed))."
    }
  }
}

/// What is missing of which series and month.
private struct Cause: Hashable {
  var series: String
  var month: CalendarMonth
  var words: String
}

extension HistoryGap {
  /// What is missing, and what follows.
  fileprivate var words: String {
    let cause =
      switch reason {
      case .incomplete(let found, let count, let unit):
        "\(found) of \(count) \(unit.rawValue)s are there"
      case .noEnd: "the last day is not there"
      case .noCases: "there are no cases"
      case .unpaired: "numerators and denominators are not of the same days"
      }
    return cause + (isDropped ? "; left out" : "; kept, with the cases that are there")
  }
}
