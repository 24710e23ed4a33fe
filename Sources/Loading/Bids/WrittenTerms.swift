import Tables

/// The terms of an event and its bids as they are written, before anything is made of them.
public struct WrittenTerms: Sendable {
  private let draft: WrittenValue
  private let bids: [String: WrittenValue]

  /// The bids, in ascending order, and last the baseline where there is one.
  public let options: [String]

  /// The text of the scalar at `path` in the terms of `option`, or in the event's draft terms where
  /// none is named; nothing where there is no such term, or no scalar.
  ///
  /// A path is keys without `terms`, such as `credits/at_risk`. Prices of which nothing is stated change
  /// by 0%.
  public func text(at path: String, of option: String? = nil) -> String? {
    guard case .scalar(let text, _)? = value(at: path, of: option)?.content else { return nil }
    return text
  }

  /// Whether something stands at `path` in the terms of `option`, or in the draft.
  public func states(_ path: String, in option: String? = nil) -> Bool {
    value(at: path, of: option) != nil
  }

  private func value(at path: String, of option: String?) -> WrittenValue? {
    let keys = path.split(separator: "/")
    guard let terms = option.map({ bids[$0] }) ?? draft else { return nil }
    return terms.value(under: keys) ?? PriceChanges.unstated(at: keys, in: terms)
  }

  /// The known path that is most like `path` in the terms of `option`, or in the draft.
  public func nearestPath(to path: String, of option: String? = nil) -> String? {
    let terms = option.map { bids[$0] } ?? draft
    let known = (terms?.leaves(under: []) ?? []).map { $0.keys.joined(separator: "/") }
    return nearest(to: path, in: known)
  }

  init(draft: WrittenValue, bids: [String: WrittenValue], options: [String]) {
    self.draft = draft
    self.bids = bids
    self.options = options
  }
}

/// Reads the terms of the event in `folder` as they are written.
///
/// - Throws: ``LoadingError`` with every fault that keeps them from being read; what is wrong with their
///   values ``loadEvent(at:data:overrides:)`` tells.
public func writtenTerms(at folder: String) throws(LoadingError) -> WrittenTerms {
  let findings = Findings()
  let files = EventFolder(root: folder, findings: findings)
  guard files.isThere(), let parts = EventFile(folder: files).read() else { throw findings.error }
  let empty = WrittenValue(
    spot: Spot(file: EventFile.name, line: 1, column: 1), content: .mapping([]))
  let draft = parts.terms ?? empty
  let reader = BidFolder(
    folder: files, context: parts.context, draft: draft,
    overrides: Overrides([:], bids: [], findings: findings))
  var options = BidFolder.ids(in: files)
  if files.folders(in: "").contains(BidFolder.baseline) { options.append(BidFolder.baseline) }
  var bids: [String: WrittenValue] = [:]
  for id in options {
    let round = BidFolder.rounds(in: "bids/\(id)", of: files).last ?? ""
    bids[id] = reader.writtenTerms(in: id == BidFolder.baseline ? id : "bids/\(id)/\(round)")
  }
  guard findings.count == 0 else { throw findings.error }
  return WrittenTerms(draft: draft, bids: bids, options: options)
}

extension BidFolder {
  /// The draft terms with those of the option in `place` laid over them.
  fileprivate func writtenTerms(in place: String) -> WrittenValue {
    let page = folder.yaml("\(place)/bid.yaml")
    let own = page?.value(under: ["terms"]).flatMap { $0.entries == nil ? nil : $0 }
    let answered =
      place == Self.baseline
      ? []
      : DeviationTable(file: "\(place)/\(DeviationTable.name)", draft: draft, folder: folder)
        .read(beside: own).terms
    return ((own.map { [$0] } ?? []) + answered).reduce(draft) { $0.overlaid(with: $1) }
  }
}

/// A path as overrides have it: `bids/alpha/credits/cap` may be written for
/// `bids/alpha/terms/credits/cap`.
public func fullTermPath(_ path: String) -> String {
  var keys = path.split(separator: "/", omittingEmptySubsequences: false)
  guard keys.count > 2, keys[0] == "bids", keys[2] != "terms" else { return path }
  keys.insert("terms", at: 2)
  return keys.joined(separator: "/")
}

/// What a full path names: the option, `*` for every bid and nothing for the draft, and the keys of the
/// term; nothing where it is no path of a term.
public func termOf(path: String) -> (option: String?, term: String)? {
  let keys = path.split(separator: "/", omittingEmptySubsequences: false)
  guard !keys.contains("") else { return nil }
  if keys.first == "terms", keys.count > 1 { return (nil, keys[1...].joined(separator: "/")) }
  guard keys.count > 3, keys[0] == "bids", keys[2] == "terms" else { return nil }
  return (String(keys[1]), keys[3...].joined(separator: "/"))
}

/// The full path in few words, for tables: without `bids/*/terms/`, or with the bid alone.
public func shortTermPath(_ path: String) -> String {
  guard let (option, term) = termOf(path: path) else { return path }
  guard let option else { return path }
  return option == "*" ? term : "\(option)/\(term)"
}
