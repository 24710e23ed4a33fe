public import Tables

/// One thing that is wrong with a file: facts only.
public struct Fault: Hashable, Sendable {
  /// The file, relative to the event's folder where it lies in it.
  public var file: String

  /// The sheet, where the file is a workbook: `line` and `column` are then those of a cell.
  public var sheet: String

  /// The line, counted from 1; 0 speaks of the file as a whole.
  public var line: Int

  /// The column, counted from 1: of the text in YAML, the number of the field in CSV; 0 speaks of
  /// the line as a whole.
  public var column: Int

  /// The keys that lead to the value, such as `terms/credits/at_risk`; in CSV the column's name.
  public var path: String

  /// The offending text, cut after 80 characters; empty where something is missing.
  public var found: String

  /// What was expected instead.
  public var expected: Reason

  /// A known name like the one found, or nothing.
  public var nearest: String?

  /// Creates a fault.
  public init(
    file: String, sheet: String = "", line: Int = 0, column: Int = 0, path: String = "",
    found: String = "",
    expected: Reason, nearest: String? = nil
  ) {
    self.file = file
    self.sheet = sheet
    self.line = line
    self.column = column
    self.path = path
    self.found = String(found.prefix(80).unicodeScalars.prefix(400))
    self.expected = expected
    self.nearest = nearest
  }
}

extension Fault {
  /// What was expected where something else was found.
  public enum Reason: Hashable, Sendable {
    // Files
    /// A folder that is there.
    case existingFolder
    /// A folder, not a file.
    case folder
    /// A file that is there.
    case existingFile
    /// A file of history that may be read, there or in the folder that the caller names.
    case historyFile
    /// A file that may be read.
    case readableFile
    /// A file, and neither a folder nor a device.
    case plainFile
    /// A file inside the event's folder, also where a link leads to it.
    case fileInside
    /// A file of at most so many bytes.
    case smallerFile(bytes: Int)
    /// A file in which something is written.
    case filledFile
    /// Text in UTF-8.
    case utf8
    /// YAML, with the parser's words for what it is instead.
    case yaml(problem: String)
    /// YAML without anchors, aliases, merge keys and tags.
    case plainYaml
    /// Fewer than `limit` levels of nesting.
    case shallowerNesting(limit: Int)
    /// Names of letters, digits, `-`, `_` and `.` that do not begin with a point.
    case safeName
    /// A name that has no other meaning: `baseline` and `peers` are no bids.
    case unreservedName
    /// At least one bid.
    case someBid
    /// At least one round of the bid.
    case someRound
    /// The name of a file that is read here.
    case knownFile
    /// The name of a file in the same folder, which no link leads out of.
    case fileBeside
    /// A table's own rule.
    case table(TableFault.Reason)
    /// What is expected of the bidders' workbook.
    case workbook(WorkbookRule)

    // Structure
    /// A number that is written with a decimal point.
    case decimalPoint
    /// A key that is known here.
    case knownKey
    /// A key that is not there already, at `line`.
    case uniqueKey(firstLine: Int)
    /// A value.
    case value
    /// A mapping of keys to values.
    case mapping
    /// A list.
    case list
    /// Exactly one of these keys.
    case oneKey(of: [String])
    /// A path whose root is `terms` or `bids/<id or *>/terms`.
    case pathRoot

    // Values
    /// Text that is not empty.
    case text
    /// A number, without quotes.
    case number
    /// A whole number, without quotes.
    case wholeNumber
    /// A share such as `0.125` or `12.5%`.
    case share
    /// A span such as `60 months` or a bare number of months.
    case months
    /// A calendar month such as `2027-04`.
    case calendarMonth
    /// A day such as `2027-04-30`.
    case day
    /// A day that is not before this one.
    case notBefore(String)
    /// One of these words, or a probability.
    case wordOrProbability([String])
    /// A SHA-256 in hexadecimal digits.
    case sha256
    /// The SHA-256 of `file`, which is `digest`.
    case digestOf(file: String, digest: String)
    /// A month written in this format.
    case period(String)
    /// `true` or `false`.
    case truth
    /// One of these words.
    case choice([String])
    /// A number within these bounds; open bounds leave the bound itself out.
    case within(lower: Double, upper: Double, open: Bool)
    /// As many values as this.
    case count(Int)
    /// A value in the range of the metric's scale.
    case metricRange(scale: String)
    /// A metric of this scale.
    case metricOf(scale: String)

    // References and rules
    /// A name declared under `kind`, such as `service_lines`.
    case declared(kind: String)
    /// A code of three capital letters, such as `EUR`.
    case currencyCode
    /// The event's currency `own`, or a rate for `currency`.
    case currencyRate(of: String, own: String)
    /// A currency other than this one.
    case otherCurrency(than: String)
    /// An empty field, for the row has a field of this name.
    case emptyBeside(String)
    /// An item whose name does not mean all lines of a location or role.
    case plainItem
    /// Delays whose probabilities add up to 1.
    case wholeChance
    /// A baseline: today's operation.
    case baseline
    /// An attainment, or a change of it.
    case attainmentOrChange
    /// A name that is used once only; it was at `line` already.
    case unique(firstLine: Int)
    /// Tiers that cover every volume from 0 once; those from `lower` up to `upper` have no price.
    case coveredVolumes(lower: Double, upper: Double)
    /// A tier that begins where the tier before it ends, at `end`.
    case tierAfter(end: Double)
    /// A tier that ends above its beginning.
    case risingTier
    /// At least one price.
    case somePrice
    /// A name that no price of the same kind has in `prices.csv`.
    case unlistedPrice
    /// At least one index among the moves of which the least is followed.
    case someIndex
    /// Prices of all bands: only tiers that price all units may leave one out.
    case statedPrice
    /// No length of the move where it is the one since the start.
    case moveSinceStart
    /// At least one weight above 0.
    case someWeight
    /// The cost among the criteria, which the method compares.
    case costCriterion
    /// A level that the buyer needs, under `losses` or here.
    case someNeed
    /// A criterion that evaluators score.
    case scoredCriterion
    /// A score by this criterion.
    case someScore(criterion: String)
    /// A number other than this one.
    case otherThan(Double)
    /// The same value in all rows of one price line.
    case sameAcrossTiers
    /// An empty field, for this `kind` of price line does not use it.
    case nothingFor(kind: String)
    /// An empty field where that of this other column is empty.
    case nothingWithout(String)
    /// A framework that the requirement does not name already.
    case otherFramework
    /// A path of keys such as `terms/credits/at_risk`.
    case termPath
    /// A term that stands in the event's draft.
    case draftTerm
    /// The path of a whole term: what stands under it is replaced as one.
    case wholeTerm
    /// A term that the bid's own page does not state too, as it does at `line`.
    case statedOnce(line: Int)
    /// A volume band under `terms/volume_bands` for the service line.
    case volumeBand
    /// Prices of both kinds, `arc` and `rrc`, for the band.
    case bandRates
    /// A floor that is not above its cap.
    case floorBelowCap
    /// Not more defaults than the window has months.
    case defaultsWithinWindow
    /// Rows from the highest attainment to the lowest.
    case fallingRows
    /// Rows from the lowest value to the highest.
    case risingRows
    /// An attainment better than the neutral one.
    case betterThanNeutral
    /// An attainment worse than the neutral one.
    case worseThanNeutral
    /// A service level for which credits may be stated.
    case criticalLevel
    /// Shares some of which add up to the whole.
    case wholeSplit
    /// That each of these service lines is in some lot.
    case everyLine([String])
    /// At least one of these keys.
    case someKey(of: [String])
    /// A name that no bid has.
    case noBidsName
    /// A number that is not below that under this key.
    case notBelow(String)
    /// The last month not before the first.
    case lastAfterFirst
    /// Something known of the metric's run for `option`: stated, history or `peers`.
    case performance(option: String)
    /// A history, under `assumptions/history`.
    case history
    /// Two different names.
    case pair
    /// Names of drivers whose random numbers differ; those of `other` would be the same.
    case distinctDriver(other: String)
    /// Something that occurs in at least one row of the history.
    case occurrence
    /// Shares between 0 and 1; so many values are not, as if they were written in per cent.
    case percentUnit(count: Int)
    /// `of` as a part of `per`; so many months have more than all, or less than nothing.
    case shareOfCases(count: Int)
    /// A month, week or day that is there once only for the provider and series.
    case oneRow(period: String)
    /// Something that lets at least one row of the history pass.
    case passing
    /// A date or month: quarters do not say what happened in each of their months.
    case noQuarter
    /// A format that names days, for rows that cover a day or a week.
    case dayFormat(covers: String)
    /// A date that is this day of the week, as the first of them.
    case weekday(String)
    /// The number of cases of a share, where several rows of a month are put together.
    case denominator
    /// How several rows of a month are put together.
    case aggregation
    /// Nothing, where these keys are stated.
    case nothingBeside([String])
    /// A mark that is not the decimal one.
    case otherMark
    /// At least one value in a list.
    case someWord
    /// At most so many values by provider, month and series.
    case smallerHistory(limit: Int)
    /// A history with at most so many months that are not whole, and so many months in all.
    case denserHistory(gaps: Int, months: Int)
  }
}
