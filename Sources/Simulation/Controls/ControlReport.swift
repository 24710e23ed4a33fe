public import Contracts

/// What controls did for an experiment's means: what a report says of them.
///
/// Quantiles and tail means are never controlled: controls of means lower their variance by 1.0 to
/// 1.3 only.
public struct ControlReport: Hashable, Sendable {
  /// Whether controls are switched off, so that all means are plain.
  public let isOff: Bool

  /// The controls.
  public let controls: [Control.Subject]

  /// What could not be a control, and why.
  public let missing: [MissingControl]

  /// The mean credits of each option.
  public let credits: [ControlledEstimate]

  /// The chance that a right of each option arises.
  public let rights: [ControlledEstimate]

  private let before: [ControlledEstimate]
  private let after: [ControlledEstimate]

  /// Gathers what the controls of `outcome` did, or its plain means where controls are off.
  public init(_ outcome: Outcome, isOff: Bool = false) {
    let means = { (figure: Outcome.ControlledFigure) in
      outcome.options.indices.map { option in
        let mean = outcome.controlled(figure, of: option)
        return isOff ? mean.withoutControls : mean
      }
    }
    self.isOff = isOff
    controls = outcome.controls.plan.controls.map(\.subject)
    missing = outcome.controls.plan.missing
    before = means(.cost(.beforeCredits))
    after = means(.cost(.afterCredits))
    credits = means(.credits)
    rights = means(.rightArises)
  }

  /// The mean cost of each option on `basis`.
  public func costs(_ basis: CostBasis) -> [ControlledEstimate] {
    basis == .beforeCredits ? before : after
  }
}
