import Contracts
import Settlement

/// A contract of 100 a month whose only service level defaults in one month, upon which the buyer
/// leaves and pays 120 a month for the replacement.
struct Leaving {
  /// The event and its future.
  var bench: Bench

  /// The clauses by name; which one is declared first does not matter.
  var clauses: [String: Clause]

  /// A horizon of `months` in which `month` defaults.
  init(in month: Int, notice: Int = 0, months: Int) {
    bench = Bench(
      months: months,
      attainments: ["answered": (1...months).map { $0 == month ? 0.7 : 0.9 }])
    clauses = [
      "fee": .fixedFee(FixedFee(amount: 100)),
      "answer": .serviceLevel(
        ServiceLevel(metric: "answered", target: 0.8, comparison: .atLeast)),
      "credit": .fixedCredit(FixedCredit(level: "answer", share: 0.1)),
      "right": .chronicFailure(
        ChronicFailure(level: "answer", defaults: 1, window: 1, exercise: .always, notice: notice)),
      "takeover": .replacement(Replacement(multiple: 1.2, base: .stated(100))),
    ]
  }

  /// Settles the clauses.
  func settle() throws -> Settled {
    try bench.settle(clauses.sorted { $0.key < $1.key }.map { Contract.Named($0.key, $0.value) })
  }
}
