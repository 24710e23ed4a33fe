import Contracts
import Quantities

extension EveryClause {
  /// The clauses about volumes, shares, taxes and payment.
  static let terms: [Contract.Named] =
    volumes + [
      .init("busy", .forecastRelief(ForecastRelief(serviceLine: "calls", tolerance: 0.3))),
      .init(
        "gain",
        .gainShare(
          GainShare(
            serviceLine: "chats", baseline: [290],
            steps: [.init(through: 9, share: 1), .init(share: 0.3)],
            painShare: 0.1, cap: 120, reckoning: Reckoning(every: .quarter, from: 2, rest: .proRata)
          ))),
      .init(
        "vat", .tax(Tax(rate: 0.2, recoverable: 0.7, of: ["fee", "price"], withholding: 0.05))),
      .init("late", .lateInterest(LateInterest(shareLate: 0.1, daysLate: 20, rate: 0.015))),
      .init(
        "prompt", .promptDiscount(PromptDiscount(share: 0.02, span: MonthSpan(from: 2, to: 20)))),
      .init("disputes", .disputedInvoices(DisputedInvoices(share: 0.03, months: 3, won: 0.4))),
    ]

  private static let volumes: [Contract.Named] = [
    .init(
      "sums",
      .volumeBand(
        VolumeBand(
          serviceLine: "calls", deadband: 0.05, arc: 0.3, rrc: 0.2, reading: .deviation,
          indexation: "goods", outer: [.init(beyond: 0.15, arc: 0.4, rrc: 0.1)], rrcFactor: 0.9,
          settled: .quarter, rest: .proRata,
          rebaseline: .init(after: 2, edge: 0.1, delay: 1)))),
    .init(
      "bundle",
      .exclusivity(
        Exclusivity(
          of: ["tiers"], share: 0.3, firstMonth: 9, price: 1.1, fee: 0.4, months: 6))),
    .init(
      "spend",
      .volumeDiscount(
        VolumeDiscount(
          of: ["fee", "tiers"],
          bands: [.init(from: 0, share: 0.01), .init(from: 4_200, share: 0.02)], edge: .moreThan,
          reckoning: Reckoning(every: .quarter)))),
    .init(
      "units",
      .volumeDiscount(
        VolumeDiscount(
          of: ["tiers"], bands: [.init(from: 700, share: 0.03), .init(from: 950, share: 0.05)],
          counting: .marginal))),
    .init(
      "take",
      .minimumCommitment(
        MinimumCommitment(
          measure: .volume(of: "calls"), minimum: [2_900, 3_000], price: 0.4,
          reckoning: Reckoning(every: .quarter, rest: .proRata), carryForward: 3,
          stepUp: .init(growthShare: 0.5, cap: 3_200), relief: .init(level: "answer", share: 0.02),
          indexation: "cola"))),
    .init(
      "least",
      .minimumCommitment(
        MinimumCommitment(measure: .charge(of: ["fee", "price"]), minimum: [390]))),
  ]
}
