public import Quantities

extension Answer {
  /// What is known of the evidence behind an answer.
  ///
  /// All text is the bidder's own and untrusted; it is empty where nothing is said.
  public struct Proof: Hashable, Sendable {
    /// Who issued it.
    public var issuer = ""

    /// The legal entity that it covers.
    public var entity = ""

    /// The sites that it covers.
    public var site = ""

    /// The sub-processors that the answer names.
    public var subProcessors: [String] = []

    /// The file that holds it, or nothing.
    public var file: File?

    /// The day on which it was issued, or nothing where none is said.
    public var issued: CalendarDay?

    /// The last day on which it holds, or nothing where none is said: then it does not expire.
    public var expires: CalendarDay?

    /// What is to be expected once it has expired.
    public var renewal = Renewal.assumed

    /// Creates a proof of which nothing is known.
    public init() {}
  }

  /// The file that holds the evidence.
  public struct File: Hashable, Sendable {
    /// The name beside the answers: the bidder's own and untrusted.
    public var name: String

    /// Whether the file is there.
    public var isThere: Bool

    /// Its SHA-256 in lower hexadecimal digits: the one stated where the file is not there, and
    /// nothing where none is.
    public var sha256: String?

    /// Creates a file of evidence.
    public init(name: String, isThere: Bool, sha256: String? = nil) {
      self.name = name
      self.isThere = isThere
      self.sha256 = sha256
    }
  }

  /// What is to be expected of evidence once it has expired.
  public enum Renewal: Hashable, Sendable {
    /// It is renewed in time, as the contract obliges the provider to.
    case assumed
    /// It is not renewed, or not for what is offered.
    case refused
    /// It is renewed with this probability, 0…1.
    case probability(Double)
  }
}
