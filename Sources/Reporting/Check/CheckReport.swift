import Contracts
public import Decision
public import Loading
public import Settlement

/// The answer of `assay check`: for people as ``text``, for machines as ``json``.
public struct CheckReport: Sendable {
  let checked: CheckedEvent
  let review: EventReview?
  let tieOut: TieOutReport?
  let refusals: [ResolutionError]
  let option: String?
  let version: String

  /// Gathers what is told of `checked`.
  ///
  /// - Parameters:
  ///   - checked: What was read.
  ///   - review: What can be said of the sound bids; nothing where there are none.
  ///   - tieOut: What the bidders state beside what their prices come to; nothing where that cannot be
  ///     settled.
  ///   - refusals: Why contracts that were read cannot be settled or ranked.
  ///   - option: The only bid that is told of, or nothing for all.
  ///   - version: The version of the program.
  public init(
    _ checked: CheckedEvent, _ review: EventReview?, tieOut: TieOutReport? = nil,
    refusals: [ResolutionError] = [], only option: String? = nil, version: String
  ) {
    self.checked = checked
    self.review = review
    self.tieOut = tieOut
    self.refusals = refusals
    self.option = option
    self.version = version
  }

  /// The parts of the answer, in their order.
  var sections: [CheckSection] {
    [
      faultSection, noteSection, tieOut?.section(of: option), departureSection, overlapSection,
    ].compactMap(\.self)
  }

  /// Whether something is wrong; also whether something should be known, where that is asked.
  public func fails(strictly: Bool) -> Bool {
    sections.contains { section in
      switch section.fails {
      case .never: false
      case .strictly: strictly && (section.count?.0 ?? 0) > 0
      case .always: (section.count?.0 ?? 0) > 0
      }
    }
  }

  /// Whether what belongs to `owner` is told: all of the event's, and of options that are asked for.
  func tells(of owner: String?) -> Bool {
    option == nil || owner == nil || owner == option
  }

  /// The report for people.
  public var text: String {
    var page = Page()
    page.title("Check of \(checked.dossier?.event.title ?? checked.name)")
    for section in sections { section.add(to: &page) }
    page.gap()
    let counts = sections.compactMap(\.count).map { $0.0.of($0.1) }
    page.paragraph(counts.listed + ".")
    if let provenance { page.paragraph(provenance.baseCaseLine) }
    return page.text
  }

  /// The report for machines, as `docs/schema/check.schema.json` describes it.
  public var json: String {
    var members: [String: Json] = [
      "event": .text(checked.name), "option": .optional(option, Json.text),
      "version": .text(version),
      "event_digest": .optional(provenance?.eventDigest, Json.text),
      "fails": .truth(fails(strictly: false)), "fails_strictly": .truth(fails(strictly: true)),
    ]
    for section in sections { members[section.key] = section.json }
    return Json.object(members).document
  }

  private var provenance: Provenance? {
    checked.dossier.map {
      Provenance(
        version: version, eventDigest: $0.digest, dataDigests: $0.dataDigests, seed: 0, futures: 0)
    }
  }
}
