import Tables

extension Fault: CustomStringConvertible {
  /// The fault in words, such as
  /// `event.yaml:12:9: terms/credits/at_rsik: unknown key; did you mean at_risk?`.
  public var description: String {
    var place = file
    if line > 0 { place += ":\(line)" }
    if line > 0, column > 0 { place += ":\(column)" }
    let mend = nearest.map { "; did you mean \($0)?" } ?? ""
    return [place, path, sentence + mend].filter { !$0.isEmpty }.joined(separator: ": ")
  }

  private var sentence: String {
    guard expected.isWholeSentence else {
      return "expected \(expected.words), found \(found.isEmpty ? "nothing" : found)"
    }
    let isTold = path.hasSuffix(found) || file.hasSuffix(found)
    return expected.words + (isTold ? "" : ", found \(found)")
  }
}

extension LoadingError: CustomStringConvertible {
  /// One line for each fault.
  public var description: String { faults.map(\.description).joined(separator: "\n") }
}

extension Fault.Reason {
  /// Whether ``words`` say what is wrong by themselves, and not what was expected.
  fileprivate var isWholeSentence: Bool {
    switch self {
    case .yaml, .table, .knownKey, .value, .uniqueKey, .unique, .performance, .someBid, .someRound,
      .readableFile, .knownFile, .distinctDriver, .oneRow, .plainYaml, .utf8:
      true
    default: false
    }
  }

  /// What is wrong, or what was expected.
  fileprivate var words: String {
    fileWords ?? structureWords ?? valueWords ?? ruleWords
  }

  private var fileWords: String? {
    switch self {
    case .readableFile: "cannot be read"
    case .utf8: "is not UTF-8"
    case .yaml(let problem): problem
    case .plainYaml: "anchors, aliases and merge keys are not read"
    case .shallowerNesting(let limit): "at most \(limit) levels of nesting"
    case .safeName: "a name of letters, digits, -, _ and ."
    case .unreservedName: "a name other than baseline and peers"
    case .someBid: "there is no bid"
    case .someRound: "the bid has no round"
    case .knownFile: "is not read"
    case .table(let reason): reason.words
    default: nil
    }
  }

  private var structureWords: String? {
    switch self {
    case .knownKey: "unknown key"
    case .uniqueKey(let line): "this key is there already, at line \(line)"
    case .value: "missing"
    case .mapping: "a mapping"
    case .list: "a list"
    case .oneKey(let keys): "exactly one of \(keys.joined(separator: ", "))"
    case .pathRoot: "terms/… or bids/<id or *>/terms/…"
    default: nil
    }
  }

  private var valueWords: String? {
    switch self {
    case .text: "text"
    case .number: "a number without quotes"
    case .wholeNumber: "a whole number without quotes"
    case .share: "a share such as 0.125 or 12.5%"
    case .months: "months such as 60 months"
    case .calendarMonth: "a calendar month such as 2027-04"
    case .period(let format): "a month written \(format)"
    case .truth: "true or false"
    case .choice(let words): "one of \(words.joined(separator: ", "))"
    case .within(let lower, let upper, let open): bounds(lower, upper, open)
    case .count(let count): "\(count) values"
    case .metricRange(let scale): "a value in the range of a \(scale)"
    case .metricOf(let scale): "nothing here, but for a metric whose scale is \(scale)"
    case .currencyCode: "a currency such as EUR"
    default: nil
    }
  }

  private var ruleWords: String {
    switch self {
    case .declared(let kind): "a name declared under \(kind)"
    case .currency(let code): "the event's currency \(code)"
    case .unique(let line): "is there already, at line \(line)"
    case .coveringTiers: "tiers that cover every volume from 0 once"
    case .sameAcrossTiers: "tiers of one service line, span and indexation"
    case .nothingFor(let kind): "an empty field for \(kind)"
    case .volumeBand: "a service line with terms under terms/volume_bands"
    case .bandRates: "both arc and rrc with the same span and indexation in prices.csv"
    case .floorBelowCap: "a floor that is not above its cap"
    case .defaultsWithinWindow: "no more defaults than months in the window"
    case .lastAfterFirst: "a last month that is not before the first"
    case .performance(let option): "nothing is known of this metric of \(option)"
    case .history: "history of this service line that can be fitted"
    case .pair: "two different ones"
    case .distinctDriver(let other): "needs another name, for it collides with \(other)"
    case .oneRow: "several rows for one provider, month and series"
    default: ""
    }
  }

  private func bounds(_ lower: Double, _ upper: Double, _ open: Bool) -> String {
    func text(_ bound: Double) -> String {
      abs(bound) < 1e15 && bound == bound.rounded() ? "\(Int(bound))" : "\(bound)"
    }
    switch (lower.isFinite, upper.isFinite) {
    case (true, true): return "\(text(lower)) to \(text(upper))" + (open ? ", bounds left out" : "")
    case (true, false): return (open ? "more than " : "at least ") + text(lower)
    case (false, true): return (open ? "less than " : "at most ") + text(upper)
    case (false, false): return "a number"
    }
  }
}
