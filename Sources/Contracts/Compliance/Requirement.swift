/// Something that the buyer, a law or a standard demands of the provider.
public struct Requirement: Hashable, Sendable {
  /// When a requirement is judged.
  public enum Stage: String, Hashable, Sendable, CaseIterable, Comparable {
    /// With the bid.
    case bid
    /// When the contract is signed.
    case signature
    /// When the service goes live.
    case goLive = "go_live"

    /// Whether one stage comes before another.
    public static func < (one: Self, other: Self) -> Bool { one.order < other.order }

    private var order: Int {
      switch self {
      case .bid: 0
      case .signature: 1
      case .goLive: 2
      }
    }
  }

  /// The identifier, such as `gdpr-28`.
  public var id: String

  /// The framework it belongs to, such as `GDPR`.
  public var framework: String

  /// The frameworks besides for which one answer counts.
  public var also: [String]

  /// The version of the framework, such as `2022`, or nothing where none is said.
  public var version: String?

  /// What is demanded.
  public var text: String

  /// The weight in the coverage of its framework.
  public var weight: Double

  /// Whether a bid that fails it cannot be awarded.
  public var isMandatory: Bool

  /// When it is judged.
  public var due: Stage

  /// Creates a requirement.
  public init(
    id: String, framework: String, text: String, weight: Double = 1, isMandatory: Bool = false,
    due: Stage = .signature, also: [String] = [], version: String? = nil
  ) {
    self.id = id
    self.framework = framework
    self.also = also
    self.version = version
    self.text = text
    self.weight = weight
    self.isMandatory = isMandatory
    self.due = due
  }

  /// All frameworks for which its answer counts, its own first.
  public var frameworks: [String] { [framework] + also }
}
