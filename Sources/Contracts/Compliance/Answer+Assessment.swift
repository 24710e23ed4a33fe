public import Quantities

extension Answer {
  /// What was made of an answer: by whom, what risk is left, and how a gap is to be closed.
  ///
  /// All text is untrusted; it is empty where nothing is said. Nothing of it changes a coverage or
  /// an award: a bidder, who writes the file, could else accept its own risk.
  public struct Assessment: Hashable, Sendable {
    /// Who assessed it.
    public var assessor = ""

    /// The day on which it was assessed.
    public var assessed: CalendarDay?

    /// Why it was assessed so.
    public var rationale = ""

    /// The risk that is left.
    public var residualRisk: Risk?

    /// How the gap is to be closed.
    public var remediation = ""

    /// Who is to close it.
    public var remediationOwner = ""

    /// The day by which it is to be closed.
    public var remediationBy: CalendarDay?

    /// Who accepts the risk that is left.
    public var acceptedBy = ""

    /// What closing the gap costs in the event's currency, 0 or more; part of no cost of the bid.
    public var cost: Double?

    /// Creates an assessment in which nothing is said.
    public init() {}
  }

  /// How great a risk is.
  public enum Risk: String, Hashable, Sendable, CaseIterable {
    /// It hardly matters.
    case low
    /// It matters.
    case medium
    /// It matters much.
    case high
  }
}
