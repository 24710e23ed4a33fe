/// What controls did for an experiment's means: what a report says of them.
public struct ControlReport: Hashable, Sendable {
  /// The controls.
  public let controls: [Control.Subject]

  /// What could not be a control, and why.
  public let missing: [MissingControl]

  /// The mean cost of each option on the basis of comparison.
  public let costs: [ControlledEstimate]

  /// The mean credits of each option.
  public let credits: [ControlledEstimate]

  /// The chance that a right of each option arises.
  public let rights: [ControlledEstimate]

  /// Quantiles and tail means are never controlled: controls of means lower their variance by 1.0
  /// to 1.3 only.
  public static let quantilesAreControlled = false

  /// Gathers what the controls of `outcome` did.
  public init(_ outcome: Outcome) {
    let options = outcome.options.indices
    controls = outcome.controls.plan.controls.map(\.subject)
    missing = outcome.controls.plan.missing
    costs = options.map { outcome.controlled(.cost(outcome.basis), of: $0) }
    credits = options.map { outcome.controlled(.credits, of: $0) }
    rights = options.map { outcome.controlled(.rightArises, of: $0) }
  }
}
