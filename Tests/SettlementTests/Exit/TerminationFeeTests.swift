import Contracts
import Settlement
import TestKit
import Testing

@Suite struct TerminationFeeTests {
  @Test func the_page_says_what_leaving_costs() throws {
    for row in try ClausePage("TerminationFee").rows {
      let charge = try row.number("monthly charge")
      var leaving = Leaving(in: 14, months: 14)
      leaving.clauses["fee"] = .fixedFee(FixedFee(amount: charge))
      leaving.clauses["exit"] = .terminationFee(
        TerminationFee(
          multiple: try row.number("multiple"),
          base: try Self.base(try row.text("base"), charge: charge)))
      row.expect(try leaving.settle().amount(of: "exit", in: 14), in: "fee")
    }
  }

  private static func base(_ word: String, charge: Double) throws -> ChargeBase {
    let bases: [String: ChargeBase] = [
      "stated": .stated(charge), "baseline_charge": .baselineCharge,
      "trailing_mean": .trailingMean(months: 12), "last_invoice": .lastInvoice,
    ]
    return try #require(bases[word])
  }

  /// A volume of 1, 2, 4, 8 … at a price of 1, a baseline of 10, and an exit.
  private static func fee(
    _ base: ChargeBase, in month: Int, notice: Int = 0, indexation: String? = nil
  ) throws -> [Double] {
    var leaving = Leaving(in: month, notice: notice, months: 6)
    leaving.bench.volumes = ["calls": [1, 2, 4, 8, 16, 32]]
    leaving.bench.baseline = ["calls": [10]]
    leaving.bench.indices = ["cpi": [1, 1.5]]
    leaving.clauses["cola"] = .indexation(Indexation(index: "cpi", firstMonth: 2))
    leaving.clauses["fee"] = .unitPrice(UnitPrice(serviceLine: "calls", price: 1))
    leaving.clauses["exit"] = .terminationFee(
      TerminationFee(multiple: 2, base: base, indexation: indexation))
    return try leaving.settle().amounts(of: "exit")
  }

  @Test func the_fee_falls_due_when_the_right_is_exercised_and_not_when_it_ends() throws {
    #expect(try Self.fee(.stated(5), in: 3, notice: 2) == [0, 0, 10, 0, 0, 0])
  }

  @Test func a_trailing_mean_includes_the_current_month() throws {
    #expect(try Self.fee(.trailingMean(months: 2), in: 4) == [0, 0, 0, 12, 0, 0])
    #expect(try Self.fee(.trailingMean(months: 1), in: 4) == [0, 0, 0, 16, 0, 0])
  }

  @Test func a_trailing_mean_of_fewer_months_is_of_those_there_are() throws {
    #expect(try Self.fee(.trailingMean(months: 12), in: 1) == [2, 0, 0, 0, 0, 0])
    #expect(try Self.fee(.trailingMean(months: 12), in: 2) == [0, 3, 0, 0, 0, 0])
  }

  @Test func the_last_invoice_is_that_of_the_month() throws {
    #expect(try Self.fee(.lastInvoice, in: 5) == [0, 0, 0, 0, 32, 0])
  }

  @Test func the_baseline_charge_is_a_mean_at_baseline_volumes_before_indexation() throws {
    #expect(try Self.fee(.baselineCharge, in: 6) == [0, 0, 0, 0, 0, 20])
  }

  @Test func a_fee_follows_the_indexation_that_it_names() throws {
    #expect(try Self.fee(.stated(5), in: 3, indexation: "cola") == [0, 0, 15, 0, 0, 0])
    #expect(try Self.fee(.stated(5), in: 1, indexation: "cola") == [10, 0, 0, 0, 0, 0])
  }

  @Test func an_exit_in_the_last_month_still_costs_the_fee() throws {
    #expect(try Self.fee(.stated(5), in: 6) == [0, 0, 0, 0, 0, 10])
  }

  @Test func without_the_clause_leaving_for_cause_is_free() throws {
    let settled = try Leaving(in: 2, months: 2).settle()
    #expect(settled.isLeft)
    #expect(settled.cost == 200)
  }

  @Test func a_right_that_is_not_used_costs_no_fee() throws {
    var leaving = Leaving(in: 1, months: 2)
    leaving.clauses["right"] = .chronicFailure(
      ChronicFailure(level: "answer", defaults: 1, window: 1))
    leaving.clauses["exit"] = .terminationFee(TerminationFee(multiple: 2, base: .lastInvoice))
    let settled = try leaving.settle()
    #expect(settled.hasRight)
    #expect(settled.amounts(of: "exit") == [0, 0])
  }

  @Test func one_off_fees_are_in_no_base() throws {
    var leaving = Leaving(in: 1, months: 1)
    leaving.clauses["setup"] = .oneOffFee(OneOffFee(amount: 1_000, month: 1))
    leaving.clauses["exit"] = .terminationFee(TerminationFee(multiple: 1, base: .baselineCharge))
    #expect(try leaving.settle().amounts(of: "exit") == [100])
  }
}
