import Contracts
import Simulation

extension TermReview {
  /// Rights to leave and what they cost.
  mutating func exit() {
    var hasRight = false
    for named in contract.clauses {
      switch named.clause {
      case .chronicFailure(let right):
        hasRight = true
        let path = "rights/\(named.name)"
        compare(.chronic, Double(right.defaults), at: "\(path)/defaults")
        compare(.chronicWindow, Double(right.window), at: "\(path)/window")
        compare(.notice, Double(right.notice), at: "\(path)/notice")
      case .terminationFee(let fee):
        compare(.terminationFee, monthlyCharges(fee), at: "termination_fee/multiple")
      default: break
      }
    }
    if !hasRight { miss(.chronic, .provider, at: "rights") }
  }

  /// The fee in mean monthly charges; any other base than a stated one is one such charge.
  private func monthlyCharges(_ fee: TerminationFee) -> Double {
    guard case .stated(let charge) = fee.base else { return fee.multiple }
    return fee.multiple * charge / baseCase.monthlyCharge
  }
}
