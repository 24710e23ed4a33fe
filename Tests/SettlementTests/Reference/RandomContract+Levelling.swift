import Contracts
import Quantities

extension RandomContract {
  mutating func addAdjustments() {
    some("levelling", most: 2) { this, name in
      let amount = this.dice.pick([-100, 0, 1_200, 330.5])
      let spread = LevellingAdjustment.Spread(low: amount - 60, high: amount + 200)
      let clause = LevellingAdjustment(
        this.dice.pick(LevellingAdjustment.Kind.stated), of: "all",
        .amount(amount, this.dice.chance(0.5) ? spread : nil), span: this.span())
      this.add(name, .levellingAdjustment(clause))
    }
    some("plug") { this, name in
      let line = this.dice.pick(this.lines)
      let byMonth = (0..<this.dice.whole(1...this.horizon)).map { _ in
        this.dice.pick([0, 0.5, 2], 0.8)
      }
      let rates = LevellingAdjustment.Rates(
        of: line, byMonth: byMonth, indexation: this.indexation(), from: "other")
      this.add(
        name,
        .levellingAdjustment(LevellingAdjustment(.plug, of: line, .rates(rates), span: this.span()))
      )
    }
  }
}
