import Assay
import TestKit
import Testing

/// What people see of prices that terms state, on the small event.
@Suite struct StatedPriceTests {
  private static func evaluation(_ terms: [String: String]) throws -> Evaluation {
    let own = terms.map { ("bids/fast/terms/\($0.key)", $0.value) }
    let overrides = Dictionary(uniqueKeysWithValues: own)
    return try Evaluation(loadEvent(at: TwoBids.folder, overrides: overrides), futures: 512)
  }

  @Test func a_price_that_is_not_stated_is_explained_and_not_ranked() async throws {
    let tiers = "[{from: 0, price: not_stated}, {from: 9000, price: 1}]"
    let evaluation = try Self.evaluation([
      "prices/cliff": "{kind: tiers, service_line: tickets, units: all, tiers: \(tiers)}"
    ])
    #expect(throws: ResolutionError.self) { try evaluation.requireStatedPrices() }
    #expect(throws: Never.self) { try evaluation.requireStatedPrices(of: "thrifty") }
    let report = try await evaluation.explanation(of: "fast", future: 3, month: 4)
    #expect(report.text.contains("where(volume ≤ 9000, not_stated, 1) × volume"))
    #expect(try schemaFaults(report.json, "explain") == [])
    #expect(try schemaFaults(evaluation.baseCase.json, "base-case") == [])
  }

  @Test func factors_say_what_they_follow() async throws {
    let evaluation = try Self.evaluation([
      "indexation/mix": "{lesser_of: [wages, 1%], plus: 1%, lag: 2, over: 6, first: 2, every: 6}",
      "indexation/rise": "{rate: 3%, first: 7, every: 6, on: pay}",
      "prices/a": "{kind: fixed_fee, amount: 1, indexation: mix}",
      "prices/b": "{kind: fixed_fee, amount: 1, indexation: rise}",
    ])
    let report = try await evaluation.explanation(of: "fast", future: 3, month: 8)
    let text = report.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(
      text.contains(
        "factor: mix, 100 % of the move since month 1 of the least of the index wages, 1 %, plus 1 %"
          + ", read 2 months before, over 6 months, whose level is 1. Last adjusted in month 8, "
          + "2027-08, when the move was 1.00 %: not limited."))
    #expect(text.contains("factor: rise, 3 % every 6 months from month 7 on, times that of pay."))
    #expect(try schemaFaults(report.json, "explain") == [])
  }
}
