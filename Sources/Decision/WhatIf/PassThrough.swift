public import Simulation

/// What a change of terms is worth to the buyer where the provider adds a part of what it costs it to
/// its price.
///
/// With the buyer's gain `g`, the fall of its cost after credits in a future, and what the change
/// costs the provider there, `k`, a pass-through of `p` leaves the buyer `E[g] − p·E[k]`; it
/// vanishes at `p = E[g] / E[k]`. The provider is taken to be neutral to risk and to spread what it
/// adds over its charges, so that it is due as they are.
public struct PassThrough: Hashable, Sendable {
  /// What is taken for the change's cost to the provider.
  public enum Cost: String, Hashable, Sendable {
    /// The rise of credits.
    case credits
    /// All that the buyer gains: charges change, or nothing but what is paid does.
    case payments
  }

  /// What the buyer keeps at one pass-through.
  public struct Gain: Hashable, Sendable {
    /// The share of the provider's cost that it adds to its price.
    public var share: Double

    /// The mean gain that the buyer keeps, in present value.
    public var gain: Estimate

    /// By which share of the price the price rises.
    public var priceRise: Double
  }

  /// The pass-throughs that are looked at.
  public static let shares = [0, 0.5, 1]

  /// What is taken for the provider's cost.
  public let cost: Cost

  /// The change's mean cost to the provider, in present value.
  public let providersCost: Estimate

  /// The gains at ``shares``.
  public let gains: [Gain]

  /// The pass-through at which the gain vanishes; nothing where no share from 0 on does that, or where
  /// the change costs the provider nothing that could be told from 0.
  public let vanishesAt: Estimate?

  /// Compares `varied` with `reference`, the same bid in the same futures.
  ///
  /// - Parameters:
  ///   - varied: The bid with the changed terms.
  ///   - reference: The bid as it is written.
  ///   - changesCharges: Whether it is charged otherwise on the expected path.
  init(of varied: OptionOutcome, against reference: OptionOutcome, changesCharges: Bool) {
    let futures = reference.after.indices
    let gain = futures.map { reference.after[$0] - varied.after[$0] }
    let isPaymentAlone =
      varied.tally.loss == reference.tally.loss && varied.tally.exits == reference.tally.exits
    cost = changesCharges || isPaymentAlone ? .payments : .credits
    let cost =
      cost == .payments
      ? gain
      : futures.map {
        (varied.before[$0] - varied.after[$0]) - (reference.before[$0] - reference.after[$0])
      }
    let providersCost = Estimate(of: cost)
    self.providersCost = providersCost
    let price = reference.price
    gains = Self.shares.map { share in
      Gain(
        share: share, gain: Paired.mean(gain, less: cost, times: share),
        priceRise: share * providersCost.value / price)
    }
    vanishesAt = Paired.ratio(gain, over: cost).flatMap { $0.value < 0 ? nil : $0 }
  }
}

extension OptionOutcome {
  /// What the terms of an option are measured by: its mean net present cost before credits and
  /// without the buyer's own loss from poor service.
  public var price: Double { tally.before.mean - tally.loss.mean }
}
