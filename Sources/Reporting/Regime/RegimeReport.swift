import Contracts
public import Decision
public import Loading
import Settlement
import Simulation

/// The answer of `assay whatif --regime`: what credit regimes are really worth.
public struct RegimeReport: Sendable {
  let regimes: [EffectiveRegime]
  let dossier: Dossier
  let provenance: Provenance

  /// The regimes under which any credit or bonus can be paid.
  let paying: [EffectiveRegime]

  /// Reports on `regimes`, in their order.
  public init(
    _ regimes: [EffectiveRegime], _ dossier: Dossier, _ provenance: Provenance
  ) {
    self.regimes = regimes
    self.dossier = dossier
    self.provenance = provenance
    paying = regimes.filter { !$0.marginals.isEmpty }
  }

  var event: Event { dossier.event }

  /// The unit in which amounts are shown: that of the largest step of any regime.
  var money: MoneyScale {
    let largest = paying.flatMap { $0.regime.steps.map(\.mean.magnitude) }.max() ?? 0
    return MoneyScale(currency: event.currency, largest: largest)
  }

  /// The steps that change anything under any regime, and always the first.
  var steps: [CreditStep] {
    CreditStep.allCases.filter { step in
      step == .stated || paying.contains { $0.regime[step].mean != 0 }
    }
  }
}

extension CreditStep {
  /// The step in words, as a line of a table.
  var words: String {
    switch self {
    case .stated: "stated for defaults"
    case .simultaneity: "by the rule for several at once"
    case .monthCap: "lost to the cap of the month"
    case .longCap: "lost to the cap of a longer window"
    case .earnBack: "earned back"
    case .bonus: "bonuses"
    }
  }

  /// What takes the credit of a default more, in a word or two.
  var takerWords: String {
    switch self {
    case .stated: "none is stated"
    case .simultaneity: "rule for several"
    case .monthCap: "cap of the month"
    case .longCap: "longer cap"
    case .earnBack: "earned back"
    case .bonus: "bonus"
    }
  }
}
