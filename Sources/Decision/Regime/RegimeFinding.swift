import Contracts
import Settlement
import Simulation

/// Something that a buyer must know of a credit regime.
public enum RegimeFinding: Hashable, Sendable {
  /// What is expected to be paid is next to nothing: this share of charges.
  case hardlyPaid(share: Double)
  /// Hardly any future has a credit at all: this share of them.
  case hardlyEver(chance: Double)
  /// A level is next to never missed, in this share of the months in which it is judged.
  case neverMissed(level: String, share: Double)
  /// A level is next to never met, and its credit a discount.
  case neverMet(level: String, share: Double)
  /// No default of a level is credited.
  case notCredited(level: String)
  /// A default more of a level is mostly free, in this share of the months open to it.
  case mostlyFree(level: String, share: Double)
  /// A point of a metric moves credits by little beside what it costs the buyer.
  case weak(metric: String, credits: Double, loss: Double)
  /// More is expected to be paid than the buyer is expected to lose: both as present values.
  case aboveLoss(credits: Double, loss: Double)

  /// Whether the finding says that the regime, or a part of it, is there for show.
  public var isCosmetic: Bool { if case .aboveLoss = self { false } else { true } }
}

/// From where on a regime is called cosmetic **[assumption]**.
public enum CosmeticBound {
  /// Expected credits as a share of charges, below which a regime is hardly paid.
  public static let paidShare = 0.001

  /// The chance of any credit below which there is hardly ever one.
  public static let chanceOfCredit = 0.05

  /// The share of judged months in default below which a level is never missed: one in 200.
  public static let neverMissed = 0.005

  /// The share of judged months in default above which a level is never met.
  public static let neverMet = 0.95

  /// The share of open months in which a default more is free, above which it mostly is.
  public static let mostlyFree = 0.5

  /// What credits rise by for a point of attainment as a share of the buyer's own loss, below which
  /// a metric's credits are weak.
  public static let weak = 0.1
}

extension EffectiveRegime {
  /// What a buyer must know of the regime, in a fixed order.
  ///
  /// Without any credit that could be paid there is nothing to find.
  public var findings: [RegimeFinding] {
    guard levels.contains(where: \.isCredited) else { return [] }
    return findingsOfAll + levels.flatMap(\.findings) + marginals.compactMap(\.finding)
  }

  private var findingsOfAll: [RegimeFinding] {
    var findings: [RegimeFinding] = []
    // Bonuses go the other way, and are no reason to call credits small.
    let paid = (regime.paid.mean - regime[.bonus].mean) / regime.charge.mean
    let chance = regime.chanceOfCredit.value
    if paid < CosmeticBound.paidShare { findings.append(.hardlyPaid(share: paid)) }
    if chance < CosmeticBound.chanceOfCredit { findings.append(.hardlyEver(chance: chance)) }
    if statesLoss && regime.paid.mean > regime.loss.mean {
      findings.append(.aboveLoss(credits: regime.paid.mean, loss: regime.loss.mean))
    }
    return findings
  }
}

extension EffectiveRegime.Level {
  /// A level that is only reported on promises no credit, and one that is never missed could not be
  /// free to fail.
  fileprivate var findings: [RegimeFinding] {
    guard isCredited else {
      return promise.rank == .critical ? [.notCredited(level: name)] : []
    }
    var findings: [RegimeFinding] = []
    if let share = worth.defaultShare {
      if share < CosmeticBound.neverMissed {
        findings.append(.neverMissed(level: name, share: share))
      }
      if share > CosmeticBound.neverMet { findings.append(.neverMet(level: name, share: share)) }
    }
    if let share = further?.share?.value, share > CosmeticBound.mostlyFree {
      findings.append(.mostlyFree(level: name, share: share))
    }
    return findings
  }
}

extension EffectiveRegime.Marginal {
  fileprivate var finding: RegimeFinding? {
    guard statesLoss, let worse, worse.loss.value > 0 else { return nil }
    guard worse.credits.value < CosmeticBound.weak * worse.loss.value else { return nil }
    return .weak(metric: metric.id, credits: worse.credits.value, loss: worse.loss.value)
  }
}
