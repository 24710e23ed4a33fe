public import Contracts
public import Decision
import Loading
public import Simulation

/// The answer of `assay whatif --break-even`: for people as ``text``, for machines as ``json``.
public struct BreakEvenReport: Sendable {
  /// What a bid's mean cost is to equal.
  public enum Equal: Hashable, Sendable {
    /// That of another bid.
    case bid(String)
    /// An amount, in the event's currency.
    case amount(Double)

    /// The other bid.
    public var bid: String? { if case .bid(let id) = self { id } else { nil } }

    /// The amount.
    public var amount: Double? { if case .amount(let amount) = self { amount } else { nil } }
  }

  /// Where the gap closes on one basis.
  public struct Answer: Sendable {
    /// The basis.
    public let basis: CostBasis

    /// What was looked at and found.
    public let search: RootSearch

    /// The gap in the event as it is written.
    public let asWritten: Estimate?

    /// Creates an answer.
    public init(_ basis: CostBasis, _ search: RootSearch, asWritten: Estimate?) {
      self.basis = basis
      self.search = search
      self.asWritten = asWritten
    }
  }

  let event: Event
  let path: String
  let bid: String
  let equal: Equal
  let low: WrittenNumber
  let high: WrittenNumber
  let written: [(bid: String?, number: WrittenNumber)]
  let provenance: Provenance

  /// The answers, first that on the basis by which bids are ranked.
  public let answers: [Answer]

  /// Gathers what is reported.
  ///
  /// - Parameters:
  ///   - event: What was put out to bid.
  ///   - path: The term's full path.
  ///   - bid: The bid.
  ///   - equal: What its cost is to equal.
  ///   - range: Between which values was looked.
  ///   - written: The term as it is written, by bid.
  ///   - answers: The answers, first that on the basis of the ranking.
  ///   - provenance: What the answer is made from.
  public init(
    _ event: Event, path: String, bid: String, equals equal: Equal,
    range: (WrittenNumber, WrittenNumber), written: [(bid: String?, number: WrittenNumber)],
    _ answers: [Answer], _ provenance: Provenance
  ) {
    self.event = event
    self.path = path
    self.bid = bid
    self.equal = equal
    (low, high) = range
    self.written = written
    self.answers = answers
    self.provenance = provenance
  }

  /// The unit in which amounts are shown.
  private var money: MoneyScale {
    var largest = 0.0
    for answer in answers {
      for point in answer.search.scan { largest = max(largest, abs(point.gap.value)) }
    }
    return MoneyScale(currency: event.currency, largest: largest)
  }

  /// The report for people.
  public var text: String {
    var page = Page()
    page.title("What if: \(event.title)")
    page.paragraph(VaryReport.heading(event, provenance, money))
    page.paragraph("\(question) Looked at from \(low.text) to \(high.text).")
    page.paragraph(VaryReport.basisNote(event.costBasis))
    for answer in answers {
      page.section("By the mean \(answer.basis.words)")
      page.points(sentences(answer))
      guard !answer.search.isFlat else { continue }
      page.gap()
      page.table(
        TextTable(
          keys: [termHeading(path)], [gapWords],
          rows: answer.search.scan.map { [shown($0.value), $0.gap.shown(in: money)] }))
    }
    page.gap()
    page.paragraph(provenance.line)
    return page.text
  }

  private var question: String {
    let stated = written.map { "\($0.number.text)\($0.bid.map { " in \($0)" } ?? " in the draft")" }
    let now = "It is \(stated.listed)."
    switch equal {
    case .bid(let other): return "At which \(path) do \(bid) and \(other) cost the same? \(now)"
    case .amount(let amount):
      return "At which \(path) does \(bid) cost \(money(amount))? \(now)"
    }
  }

  private var gapWords: String {
    switch equal {
    case .bid(let other): "\(bid) dearer than \(other) by"
    case .amount: "\(bid) dearer than the target by"
    }
  }

  private func sentences(_ answer: Answer) -> [String] {
    let search = answer.search
    let now = answer.asWritten.map { ["As written: \(gapWords) \($0.shown(in: money))."] } ?? []
    guard !search.isFlat else { return now + ["The term does not change this cost."] }
    guard !search.roots.isEmpty else {
      let gaps = search.scan.map(\.gap.value)
      let least = gaps.min { abs($0) < abs($1) } ?? .nan
      return now + [
        "There is no such value from \(low.text) to \(high.text): \(gapWords) \(money.fine(least)) at "
          + "the nearest."
      ]
    }
    let several =
      search.roots.count > 1
      ? ["There are \(search.roots.count) such values: between them the sign of the gap changes."]
      : []
    return now + several + search.roots.map(sentence)
  }

  private func sentence(_ root: RootSearch.Root) -> String {
    guard let slope = root.slope else {
      return "Near \(shown(root.value)) the gap jumps over 0, and closes nowhere."
    }
    let unit = low.unit == .percent ? "percentage point" : low.unit == .months ? "month" : "unit"
    let more = money.fine(slope * (low.unit == .percent ? 0.01 : 1))
    return "It closes at \(shown(root.value))"
      + (root.standardError.map { " ± \(shown($0))" } ?? "")
      + ", where one \(unit) more changes it by \(more)."
  }

  /// A value of the term as it would be written.
  func shown(_ value: Double) -> String {
    switch low.unit {
    case .percent: (value * 100).figure(places: 3) + "\u{202F}%"
    case .months: value.figure(places: 2) + " months"
    case .none: abs(high.value) >= 1_000 ? value.figure(places: 2) : value.significant
    }
  }
}
