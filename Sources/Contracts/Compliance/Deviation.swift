/// What a bid says to one term of the draft.
///
/// The path and the values are terms as they are written; page and note are the bidder's own and
/// untrusted.
public struct Deviation: Hashable, Sendable {
  /// How a bid stands to a term of the draft.
  public enum Stance: String, Hashable, Sendable, CaseIterable {
    /// It agrees, which changes nothing.
    case accept
    /// It puts a value of its own over the draft's.
    case modify
    /// It takes the term away.
    case reject
  }

  /// The keys that lead to the term, such as `terms/credits/at_risk`.
  public var path: String

  /// The draft's value in one line of YAML, or nothing where the draft has no such term; of a
  /// mapping, the keys that the bid changes.
  public var draft: String?

  /// The value that holds in the bid, or nothing where the term is taken away; of a mapping, the
  /// keys that the bid changes.
  public var value: String?

  /// How the bid stands to the draft.
  public var stance: Stance

  /// The page of the bid on which it stands.
  public var page: String

  /// What the bidder says to it.
  public var note: String

  /// Creates a deviation.
  public init(
    path: String, draft: String?, value: String?, stance: Stance, page: String = "",
    note: String = ""
  ) {
    self.path = path
    self.draft = draft
    self.value = value
    self.stance = stance
    self.page = page
    self.note = note
  }
}
