/// A mean with what its controls say of its error, beside the plain mean.
public struct ControlledEstimate: Hashable, Sendable {
  /// Why no control was used.
  public enum Plain: String, Hashable, Sendable, CaseIterable {
    /// There is no control.
    case noControl = "no_control"
    /// There are too few futures for the number of controls.
    case fewFutures = "few_futures"
    /// A share is so close to 0 or 1 that too few futures are on its rarer side.
    case rareEvent = "rare_event"
    /// The figure is the same in every future, or none.
    case noSpread = "no_spread"
    /// A control's mean lies so far from its exact one that chance does not explain it.
    case improbable
    /// Controls are switched off.
    case notAsked = "not_asked"
  }

  /// The estimate: controlled, or plain where ``isPlain`` says why.
  public var estimate: Estimate

  /// The plain mean.
  public var plain: Estimate

  /// The controls that were used, the most independent first.
  public var controls: [Control.Subject] = []

  /// The controls that vary too little by themselves, so that they were left out.
  public var dropped: [Control.Subject] = []

  /// Why no control was used; nothing where some were.
  public var isPlain: Plain?

  /// By what factor the controls lower the variance; 1 without.
  public var varianceReduction: Double {
    guard isPlain == nil, estimate.standardError > 0 else { return 1 }
    let ratio = plain.standardError / estimate.standardError
    return ratio * ratio
  }

  /// The plain mean alone, as where controls are switched off.
  public var withoutControls: ControlledEstimate {
    ControlledEstimate(plain: plain, because: .notAsked)
  }

  init(plain: Estimate, because reason: Plain) {
    estimate = plain
    self.plain = plain
    isPlain = reason
  }

  init(_ estimate: Estimate, plain: Estimate, used: [Control.Subject], dropped: [Control.Subject]) {
    self.estimate = estimate
    self.plain = plain
    controls = used
    self.dropped = dropped
  }
}
