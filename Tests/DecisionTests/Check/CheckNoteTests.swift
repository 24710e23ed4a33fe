import Contracts
import Quantities
import Simulation
import Testing

@testable import Decision

@Suite struct CheckNoteTests {
  private func notes(
    _ event: Event, _ clauses: [Contract.Named] = [], _ baseCase: BaseCaseLines? = nil
  ) -> [CheckNote] {
    let bid = Small.bid("one", clauses)
    let known = baseCase ?? BaseCaseLines(total: 1_200, charge: 1_200, months: 12)
    return EventReview(event, [(bid, known)], baseline: nil).notes
  }

  private static let promise = Contract.Named(
    "good", .serviceLevel(ServiceLevel(metric: "quality", target: 0, comparison: .atLeast)))

  @Test func a_metric_without_definition_unit_window_and_source_is_noted() {
    var event = Small.event()
    let all = Metric.Wording.Part.allCases
    #expect(notes(event, [Self.promise]) == [.metricsNotAgreed(metrics: ["quality"], parts: all)])
    event.metrics[0].wording.parts = [.definition: "a", .source: "b"]
    #expect(
      notes(event, [Self.promise])
        == [.metricsNotAgreed(metrics: ["quality"], parts: [.unit, .window])])
    event.metrics[0].wording.parts = [.definition: "a", .source: "b", .unit: "c", .window: "d"]
    #expect(notes(event, [Self.promise]) == [])
  }

  @Test func the_unit_of_a_share_is_known() {
    var event = Small.event()
    event.metrics[0].link = .logit
    event.metrics[0].wording.parts = [.definition: "a", .source: "b", .window: "c"]
    #expect(notes(event, [Self.promise]) == [])
  }

  @Test func a_metric_on_which_nothing_is_promised_is_unused_and_need_not_be_agreed() {
    #expect(notes(Small.event()) == [.unusedNames(path: "metrics", names: ["quality"])])
  }

  @Test func indices_and_indexations_that_nothing_follows_are_noted() {
    var event = Small.event()
    event.metrics = []
    event.indices = ["cpi", "wages"]
    let indexations = ["pay", "spare"].map {
      Contract.Named($0, .indexation(Indexation(index: "wages")))
    }
    let fee = Contract.Named("fee", .fixedFee(FixedFee(amount: 1, indexation: "pay")))
    #expect(
      notes(event, indexations + [fee]) == [
        .unusedNames(path: "assumptions/indices", names: ["cpi"]),
        .unusedNames(path: "terms/indexation", names: ["spare"]),
      ])
  }

  private func criteria(_ weights: [Double]) -> [CheckNote] {
    var event = Small.event(
      criteria: zip(Criterion.standard, weights).map {
        Criterion(measure: $0.measure, weight: $1, scale: $0.scale)
      })
    event.metrics = []
    return notes(event)
  }

  @Test func weights_add_up_to_100_or_to_1() {
    #expect(criteria([60, 15, 25]) == [])
    #expect(criteria([0.6, 0.15, 0.25]) == [])
    #expect(criteria([60, 15, 20]) == [.criteriaWeights(sum: 95)])
    #expect(criteria([0, 0, 0]) == [.criteriaWeights(sum: 0)])
  }

  @Test func requirements_without_weight_are_noted() {
    var event = Small.event(requirements: [
      Requirement(id: "a", framework: "F", text: "A", weight: 0),
      Requirement(id: "b", framework: "F", text: "B"),
      Requirement(id: "c", framework: "F", text: "C", weight: 0, isMandatory: true),
    ])
    event.metrics = []
    #expect(notes(event) == [.requirementsWithoutWeight(["a", "c"])])
  }

  @Test func a_band_over_a_volume_that_a_price_charges_for_is_noted() {
    var event = Small.event()
    event.metrics = []
    func band(_ span: MonthSpan, arc: Double = 1) -> Contract.Named {
      Contract.Named(
        "calls",
        .volumeBand(VolumeBand(serviceLine: "calls", deadband: 0.1, arc: arc, rrc: 0, span: span)))
    }
    let early = Contract.Named(
      "early",
      .unitPrice(UnitPrice(serviceLine: "calls", price: 1, span: MonthSpan(from: 2, to: 6))))
    #expect(
      notes(event, [early, band(MonthSpan(from: 4))])
        == [
          .volumesChargedTwice(bid: "one", prices: ["early"], months: 4...6)
        ])
    #expect(notes(event, [early, band(MonthSpan(from: 7))]) == [])
    #expect(notes(event, [early, band(MonthSpan(), arc: 0)]) == [])
    #expect(notes(event, [Small.fee(1), band(MonthSpan())]) == [])
    let open = Small.price(2)
    #expect(
      notes(event, [open, band(MonthSpan(from: 9))])
        == [
          .volumesChargedTwice(bid: "one", prices: ["calls"], months: 9...12)
        ])
  }

  @Test func two_prices_of_one_volume_are_noted_in_the_months_that_both_have() {
    var event = Small.event()
    event.metrics = []
    func price(_ name: String, _ span: MonthSpan) -> Contract.Named {
      Contract.Named(name, .unitPrice(UnitPrice(serviceLine: "calls", price: 1, span: span)))
    }
    let (here, there) = (
      price("here", MonthSpan(from: 1, to: 6)), price("there", MonthSpan(from: 5))
    )
    #expect(
      notes(event, [here, there]) == [
        .unitsPricedTwice(
          bid: "one", serviceLine: "calls", prices: ["here", "there"], months: 5...6)
      ])
    #expect(notes(event, [here, price("later", MonthSpan(from: 7))]) == [])
  }

  @Test func a_line_that_fees_alone_cover_is_noted_where_another_bid_prices_it() {
    var event = Small.event()
    event.metrics = []
    let known = BaseCaseLines(total: 1_200, charge: 1_200, months: 12)
    let priced = Small.bid("two", [Small.price(2)])
    let review = EventReview(
      event, [(Small.bid("one", [Small.fee(5)]), known), (priced, known)], baseline: nil)
    #expect(review.notes == [.coveredByFees(bid: "one", serviceLines: ["calls"])])
    #expect(notes(event, [Small.fee(5)]) == [])
  }

  @Test func bids_are_held_against_one_another_once_they_are_levelled() {
    var event = Small.event()
    event.metrics = []
    let known = BaseCaseLines(total: 100, charge: 100, months: 12)
    let bids = ["one", "two"].map { (bid: Small.bid($0, [Small.price(2)]), baseCase: known) }
    let review = EventReview(event, bids, levelled: [("one", 100), ("two", 300)], baseline: nil)
    #expect(
      review.notes == [.abnormallyLow(bid: "one", total: 100, mean: 300, lowest: 300)])
  }

  @Test func prices_that_never_charge_anything_are_noted_but_not_free_ones() throws {
    var event = Small.event()
    event.serviceLines.append(
      ServiceLine(id: "none", name: "None", unit: "n", baseline: Array(repeating: 0, count: 12)))
    let idle = Contract.Named("idle", .unitPrice(UnitPrice(serviceLine: "none", price: 3)))
    let free = Contract.Named("free", .unitPrice(UnitPrice(serviceLine: "calls", price: 0)))
    let experiment = try Small.experiment(event, [Small.bid("one", [Small.fee(5), idle, free])])
    let lines = BaseCaseLines(experiment.options[0], experiment.assumptions)
    event.metrics = []
    #expect(lines.uncharged == ["idle", "free"])
    #expect(
      notes(event, [Small.fee(5), idle, free], lines) == [
        .neverCharged(bid: "one", prices: ["idle"])
      ])
  }

  @Test func a_base_case_is_added_up_price_by_price() throws {
    let clauses = [Small.price(2), Small.fee(50, MonthSpan(from: 7)), Small.once(30, in: 3)]
    let experiment = try Small.experiment(Small.event(), [Small.bid("one", clauses)])
    let lines = BaseCaseLines(experiment.options[0], experiment.assumptions)
    // 12 months of 100 calls at 2, 6 months of 50, 30 once.
    #expect(lines.charges == ["calls": 2_400, "fee from 7": 300])
    #expect(lines.charge == 2_700)
    #expect(lines.total == 2_730)
    #expect(lines.monthlyCharge == 225)
    #expect(lines.uncharged == [])
  }

  @Test(
    arguments: [
      ([100.0, 100, 79.9], true), ([100, 100, 80], false),
      // More than a fifth below the mean, and not a tenth below the lowest other.
      ([140, 85, 80], false), ([140, 90, 80], true), ([100, 79], true), ([100, 80], false),
      ([79], false), ([0, 0, -1], false),
    ] as [([Double], Bool)]
  )
  func a_bid_is_abnormally_low_by_the_rule(_ totals: [Double], _ isLow: Bool) throws {
    let bids = totals.enumerated().map { ("bid \($0)", $1) }
    let notes = CheckNote.abnormallyLow(among: bids)
    #expect(notes.isEmpty == !isLow)
    guard isLow else { return }
    let others = totals.dropLast()
    #expect(
      notes == [
        .abnormallyLow(
          bid: "bid \(others.count)", total: try #require(totals.last),
          mean: others.reduce(0, +) / Double(others.count), lowest: try #require(others.min()))
      ])
  }
}
