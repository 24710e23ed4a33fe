import Contracts
import Quantities

/// Volume bands, discounts, minimums, gain shares and what is paid beside the charge.
extension RandomContract {
  mutating func addVolumeClauses() {
    some("band", most: 2) { $0.add($1, .volumeBand($0.randomBand())) }
    some("bundle", most: 2) { this, name in
      this.add(
        name,
        .exclusivity(
          Exclusivity(
            of: this.scope(), share: this.dice.pick([0, 0.4, 1]),
            firstMonth: this.dice.whole(2...40), price: this.dice.pick([0, 0.9, 1, 1.2]),
            fee: this.dice.pick([0, 0.5, 1]), months: this.dice.pick([1, 3, 12, 60]))))
    }
    some("discount", most: 2) { this, name in
      let edges: [Double] = this.dice.pick([[0], [100], [0, 500, 1_200], [100, 1_000]])
      this.add(
        name,
        .volumeDiscount(
          VolumeDiscount(
            of: this.scope(),
            bands: edges.map { .init(from: $0, share: this.dice.pick([0.01, 0.03, 0.07, 0])) },
            counting: this.dice.pick([.flat, .marginal]),
            edge: this.dice.pick([.atLeast, .moreThan]), reckoning: this.reckoning())))
    }
    some("least") { this, name in
      this.add(
        name,
        .minimumFee(
          MinimumFee(
            amount: this.dice.pick([0, 320, 1_500]), of: this.scope(), span: this.span(),
            indexation: this.indexation())))
    }
    some("gain", most: 2) { this, name in
      let line = this.dice.pick(this.lines)
      let steps: [GainShare.Step] = this.dice.pick([
        [.init(share: 0.3)], [.init(through: 9, share: 1), .init(share: 0.25)],
        [.init(through: 4, share: 0.5)],
      ])
      this.add(
        name,
        .gainShare(
          GainShare(
            serviceLine: line, measured: this.dice.pick([.cost, .benefit]),
            baseline: this.series(line), steps: steps, painShare: this.dice.pick([0, 0.1]),
            cap: this.dice.pick([12, 120], 0.5), reckoning: this.reckoning())))
    }
  }

  private mutating func randomBand() -> VolumeBand {
    let line = dice.pick(lines)
    let deadband = dice.pick([0, 0.05, 0.1, 0.125])
    let outer = [
      VolumeBand.OuterBand(beyond: 0.15, arc: 5, rrc: 2), .init(beyond: 0.5, arc: 1, rrc: 3),
    ]
    return VolumeBand(
      serviceLine: line, baseline: series(line), deadband: deadband, arc: dice.pick([0, 1.3, 4]),
      rrc: dice.pick([0, 0.7, 3]), reading: dice.pick([.excess, .deviation]), span: span(),
      indexation: indexation(), outer: Array(outer.prefix(dice.pick([0, 0, 1, 2]))),
      rrcFactor: dice.pick([1, 0.8]), settled: dice.pick(Period.allCases),
      rest: dice.pick([.notSettled, .proRata]),
      rebaseline: dice.chance(0.3)
        ? .init(
          after: dice.whole(1...4), edge: dice.pick([0, 0.125, 0.25]), delay: dice.whole(0...3))
        : nil)
  }

  /// Minimum commitments, which may fall with the defaults of a level.
  mutating func addMinimums() {
    some("minimum", most: 2) { this, name in
      let isVolume = this.dice.chance(0.5)
      let minimum = this.dice.pick([[100.0], [300, 1_200], [1_000], [0, 96]])
      let reckoning = this.reckoning()
      let isRelieved = !this.levels.isEmpty && this.dice.chance(0.4)
      this.add(
        name,
        .minimumCommitment(
          MinimumCommitment(
            measure: isVolume
              ? .volume(of: this.dice.pick(this.lines)) : .charge(of: this.scope()),
            minimum: minimum, price: isVolume ? this.dice.pick([0.4, 2]) : 1,
            reckoning: reckoning, carryForward: this.dice.pick([1, 2, 4], 0.5),
            stepUp: this.dice.chance(0.3)
              ? .init(growthShare: 0.5, cap: this.dice.pick([110, 1_500], 0.5)) : nil,
            relief: isRelieved
              ? .init(
                level: this.dice.pick(this.levels.keys.sorted()),
                share: this.dice.pick([0.02, 0.5])) : nil,
            indexation: this.indexation())))
    }
  }

  /// Taxes, interest, discounts and disputes.
  mutating func addPayments() {
    some("vat", most: 2) { this, name in
      this.add(
        name,
        .tax(
          Tax(
            rate: this.dice.pick([0, 0.2]), recoverable: this.dice.pick([0, 0.8]),
            of: this.scope(), credits: this.dice.pick([.reduce, .separate]),
            withholding: this.dice.pick([0, 0.1]))))
    }
    some("late") { this, name in
      this.add(name, .lateInterest(LateInterest(shareLate: 0.1, daysLate: 20, rate: 0.015)))
    }
    some("prompt") { this, name in
      this.add(name, .promptDiscount(PromptDiscount(share: 0.02, span: this.span())))
    }
    some("disputes") { this, name in
      this.add(
        name,
        .disputedInvoices(
          DisputedInvoices(
            share: 0.03, months: this.dice.whole(1...6), won: this.dice.pick([0, 0.5, 1]))))
    }
    some("terms") { this, name in
      this.add(
        name,
        .paymentTerms(
          PaymentTerms(
            lag: this.dice.pick([0, 1, 1.5]), billing: this.dice.pick([.arrears, .advance]))))
    }
  }
}
