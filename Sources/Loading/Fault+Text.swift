import Tables

extension Fault: CustomStringConvertible {
  /// The fault in words, such as
  /// `event.yaml:12:9: terms/credits/at_rsik: unknown key; did you mean at_risk?`.
  public var description: String {
    let place = sheet.isEmpty ? placeInText : placeInWorkbook
    let mend = nearest.map { "; did you mean \($0)?" } ?? ""
    let parts = [place, path, sentence + mend].filter { !$0.isEmpty }
    return visibleText(parts.joined(separator: ": "))
  }

  private var placeInText: String {
    guard line > 0 else { return file }
    return "\(file):\(line)" + (column > 0 ? ":\(column)" : "")
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
  /// One line for each fault that is kept, and one where there were more.
  public var description: String {
    let rest = omitted > 0 ? ["\(faults.count) shown of \(count)"] : []
    return (faults.map(\.description) + rest).joined(separator: "\n")
  }
}

extension Fault.Reason {
  /// Whether ``words`` say what is wrong by themselves, and not what was expected.
  fileprivate var isWholeSentence: Bool {
    switch self {
    case .workbook(let rule): rule.isWholeSentence
    case .yaml, .table, .knownKey, .value, .uniqueKey, .unique, .performance, .someBid, .someRound,
      .existingFolder, .folder, .existingFile, .readableFile, .plainFile, .fileInside, .smallerFile,
      .filledFile, .knownFile, .decimalPoint, .distinctDriver, .oneRow, .plainYaml, .utf8,
      .coveredVolumes, .somePrice, .occurrence, .percentUnit, .shareOfCases, .statedOnce, .passing,
      .noQuarter,
      .denominator, .aggregation, .smallerHistory, .denserHistory, .baseline:
      true
    default: false
    }
  }

  /// What is wrong, or what was expected.
  fileprivate var words: String {
    fileWords ?? structureWords ?? valueWords ?? historyWords ?? ruleWords
  }

  private var fileWords: String? {
    switch self {
    case .existingFolder: "there is no such folder"
    case .folder: "is not a folder"
    case .existingFile: "there is no such file"
    case .historyFile: "a file of history, which lies where --data FOLDER says"
    case .readableFile: "cannot be read"
    case .plainFile: "is not a plain file"
    case .fileInside: "lies outside the event's folder"
    case .smallerFile(let bytes): "has more than \(bytes) bytes"
    case .filledFile: "is empty"
    case .utf8: "is not UTF-8"
    case .yaml(let problem): problem
    case .plainYaml: "anchors, aliases, merge keys and tags are not read"
    case .shallowerNesting(let limit): "at most \(limit) levels of nesting"
    case .safeName: "a name of letters, digits, -, _ and ."
    case .unreservedName: "a name other than baseline and peers"
    case .someBid: "there is no bid"
    case .someRound: "the bid has no round"
    case .knownFile: "is not read"
    case .fileBeside: "the name of a file that lies beside this one"
    case .table(let reason): reason.words
    case .workbook(let rule): rule.words
    default: nil
    }
  }

  private var structureWords: String? {
    switch self {
    case .knownKey: "unknown key"
    case .decimalPoint: "unknown key; decimals are written with a point, as in 4.5%"
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
    case .day: "a day such as 2027-04-30"
    case .notBefore(let day): "a day that is not before \(day)"
    case .wordOrProbability(let words):
      "\(words.joined(separator: ", ")) or a probability such as 80%"
    case .sha256: "a SHA-256 of 64 hexadecimal digits"
    case .digestOf(let file, let digest): "the SHA-256 of \(file), \(digest)"
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
    case .currencyRate(let code, let own): "\(own), or a rate for \(code) under rates in event.yaml"
    case .otherCurrency(let code): "a currency other than \(code)"
    case .emptyBeside(let column): "an empty field beside \(column)"
    case .plainItem: "an item that begins neither with location/ nor with role/"
    case .wholeChance: "probabilities that add up to 100%"
    case .baseline: "there is no baseline, which this needs"
    case .attainmentOrChange: "an attainment, or a change such as -3pp or +5 points"
    case .unique(let line): "is there already, at line \(line)"
    case .coveredVolumes(let lower, let upper): "no tier covers \(range(lower, upper))"
    case .tierAfter(let end): "a tier that begins at \(figure(end)), where the one before ends"
    case .risingTier: "more than in from"
    case .somePrice: "there is no price"
    case .unlistedPrice: "a name that no price of this kind has in prices.csv"
    case .someIndex: "at least one index"
    case .statedPrice: "a price, which only tiers with units: all may leave out"
    case .moveSinceStart: "nothing here, where basis is as_drafted"
    case .someWeight: "at least one weight above 0"
    case .costCriterion: "cost among them, which the method compares"
    case .someNeed: "needs, or losses that state one: there is no level to reach"
    case .scoredCriterion: "a criterion with scored in event.yaml"
    case .someScore(let criterion): "a score of this bid by \(criterion)"
    case .otherThan(let number): "a number other than \(figure(number))"
    case .sameAcrossTiers: "tiers of one service line, span and indexation"
    case .nothingFor(let kind): "an empty field for \(kind)"
    case .nothingWithout(let column): "an empty field where \(column) is empty"
    case .otherFramework: "a framework that is not named already"
    case .termPath: "a path such as terms/credits/at_risk"
    case .draftTerm: "a term that stands in the draft terms"
    case .wholeTerm: "the path of a whole term, which is replaced as one"
    case .statedOnce(let line): "is stated in bid.yaml too, at line \(line)"
    case .volumeBand: "a service line with terms under terms/volume_bands"
    case .bandRates: "both arc and rrc with the same span and indexation in prices.csv"
    case .floorBelowCap: "a floor that is not above its cap"
    case .defaultsWithinWindow: "no more defaults than months in the window"
    case .fallingRows: "rows that fall from the first to the last"
    case .risingRows: "rows that rise from the first to the last"
    case .betterThanNeutral: "an attainment better than neutral"
    case .worseThanNeutral: "an attainment worse than neutral"
    case .criticalLevel: "a service level whose class is critical"
    case .wholeSplit: "shares above 0 of which some add up to 100%"
    case .everyLine(let lines):
      "every service line in a lot; missing: \(lines.joined(separator: ", "))"
    case .someKey(let keys): "at least one of \(keys.joined(separator: ", "))"
    case .notBelow(let key): "a number that is not below \(key)"
    case .noBidsName: "a name that no bid has, and neither baseline nor each"
    case .lastAfterFirst: "a last month that is not before the first"
    case .performance(let option): "nothing is known of this metric of \(option)"
    case .history: "history of this service line that can be fitted"
    case .pair: "two different ones"
    case .distinctDriver(let other): "needs another name, for it collides with \(other)"
    default: ""
    }
  }

  private var historyWords: String? {
    switch self {
    case .occurrence: "occurs in no row of the history"
    case .percentUnit(let count):
      "\(count) values of this share lie outside 0 to 1; is unit: percent missing?"
    case .shareOfCases(let count):
      "\(count) values of this rate lie outside 0 to 1; are of and per the wrong way round?"
    case .oneRow(let period): "several rows for one provider, \(period) and series"
    case .passing: "no row of the history passes"
    case .noQuarter: "quarters are not read, for they do not say what happened in each month"
    case .dayFormat(let covers):
      "a format with a day, such as yyyy-MM-dd, where covers is \(covers)"
    case .weekday(let title): "a \(title), as the weeks before"
    case .denominator:
      "several rows of a share are put together by their cases: add of and per, or weight"
    case .aggregation: "several rows a month need aggregate: sum, mean or last"
    case .nothingBeside(let keys): "nothing beside \(keys.joined(separator: " and "))"
    case .otherMark: "a mark other than the decimal one"
    case .someWord: "at least one value"
    case .denserHistory(let gaps, let months):
      "more than \(gaps) months that are not whole, or \(months) in all: are dates or providers misread?"
    case .smallerHistory(let limit):
      "has more than \(limit) values by provider, month and series; filters may leave some out"
    default: nil
    }
  }

  private func bounds(_ lower: Double, _ upper: Double, _ open: Bool) -> String {
    switch (lower.isFinite, upper.isFinite) {
    case (true, true):
      "\(figure(lower)) to \(figure(upper))" + (open ? ", bounds left out" : "")
    case (true, false): (open ? "more than " : "at least ") + figure(lower)
    case (false, true): (open ? "less than " : "at most ") + figure(upper)
    case (false, false): "a number"
    }
  }

  private func range(_ lower: Double, _ upper: Double) -> String {
    upper.isFinite ? "\(figure(lower)) to \(figure(upper))" : "\(figure(lower)) and more"
  }
}

/// A number in its usual form, without a decimal point where it is whole.
func figure(_ number: Double) -> String {
  abs(number) < 1e15 && number == number.rounded() ? "\(Int(number))" : "\(number)"
}
