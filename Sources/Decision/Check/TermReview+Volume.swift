import Contracts
import Quantities
import Simulation

extension TermReview {
  /// Bands around a baseline, minimums and shares of a gain.
  mutating func volume() {
    for named in contract.clauses {
      switch named.clause {
      case .volumeBand(let band): self.band(band)
      case .minimumCommitment(let minimum):
        guard let share = share(of: minimum) else { continue }
        compare(.minimum, share, at: "minimums/\(named.name)/minimum")
      case .gainShare(let gain):
        let share = gain.steps.map(\.share).max() ?? 0
        compare(.gainShare, share, at: "gain_share/\(named.name)/provider_share")
      default: break
      }
    }
  }

  private mutating func band(_ band: VolumeBand) {
    let path = "volume_bands/\(band.serviceLine)"
    compare(.deadband, band.deadband, at: "\(path)/deadband")
    if band.reading == .deviation {
      differ(.bandReading, "whole deviation", at: "\(path)/reading")
    }
    if band.arc > 0 {
      compare(.reducedCredit, band.rrcFactor * band.rrc / band.arc, at: "\(path)/rrc")
    }
  }

  /// The highest share of the baseline that any whole period commits to; nothing where there is no
  /// whole period, or no baseline.
  private func share(of commitment: MinimumCommitment) -> Double? {
    let length = commitment.reckoning.period.months
    let starts = stride(
      from: commitment.reckoning.first, through: event.horizon - length + 1, by: length)
    return starts.enumerated().compactMap { period, first -> Double? in
      let months = first..<(first + length)
      let usual = months.reduce(0) { $0 + baseline(of: commitment.measure, in: $1) }
      let minimum = commitment.minimum[min(period, commitment.minimum.count - 1)]
      return usual > 0 ? minimum / usual : nil
    }.max()
  }

  /// What is measured in `month` on the expected path; of charges, in a mean month.
  private func baseline(of measure: MinimumCommitment.Measure, in month: Int) -> Double {
    switch measure {
    case .volume(let line):
      event.serviceLines.first { $0.id == line }?.baseline[month - 1] ?? 0
    case .charge(nil): baseCase.monthlyCharge
    case .charge(let names?):
      names.reduce(0) { $0 + (baseCase.charges[$1] ?? 0) } / Double(baseCase.months)
    }
  }
}
