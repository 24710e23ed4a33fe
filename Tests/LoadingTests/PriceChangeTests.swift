import Contracts
import Loading
import Testing

/// Changes of the prices of a price sheet, as a last offer makes them.
@Suite struct PriceChangeTests {
  /// The small good event with `changes` among its terms.
  private static func event(_ changes: String) -> EventFixture {
    EventFixture().replacing("  payment: {lag", with: "  \(changes)\n  payment: {lag")
  }

  /// The contract of the small good event with `prices` in the place of its own.
  private static func contract(_ prices: [(old: String, new: String)]) throws -> Contract? {
    try prices.reduce(EventFixture()) {
      $0.replacing($1.old, with: $1.new, in: "bids/alpha/1/prices.csv")
    }.load().bids.first?.contract
  }

  /// The prices of the sheet after a change of all, as people write them.
  static let changesOfAll: [(String, [String])] = [
    ("-50%", ["250000", "1.55", "2.1", "1.25", "0.75", "0.45", "200000"]),
    ("-5%", ["475000", "2.945", "3.99", "2.375", "1.425", "0.855", "380000"]),
    ("10%", ["550000", "3.41", "4.62", "2.75", "1.65", "0.99", "440000"]),
  ]

  @Test(arguments: changesOfAll)
  func a_change_of_all_is_the_sheet_with_other_prices(_ change: String, _ prices: [String]) throws {
    let changed = try Self.event("price_changes: {all: \(change)}").load().bids.first?.contract
    let own = ["500000", "3.1", "4.2", "2.5", "1.5", "0.9", "400000"]
    #expect(try changed == Self.contract(zip(own, prices).map { (",\($0),", ",\($1),") }))
  }

  @Test func an_item_that_is_named_changes_by_its_own_share() throws {
    let changed = try Self.event("price_changes: {all: -50%, calls: 100%, fee: 0}").load()
      .bids.first?.contract
    let written = try Self.contract([
      (",3.1,", ",6.2,"), (",4.2,", ",8.4,"), (",2.5,", ",1.25,"), (",1.5,", ",0.75,"),
      (",0.9,", ",0.45,"), (",400000,", ",200000,"),
    ])
    #expect(changed == written)
  }

  @Test func a_change_is_laid_over_a_bid_from_outside() throws {
    let over = try EventFixture().overriding(["bids/alpha/terms/price_changes/chats": "20%"]).load()
    let written = try Self.contract([(",2.5,", ",3,")])
    #expect(over.bids.first?.contract == written)
  }

  @Test func a_change_is_noted() throws {
    let notes = try Self.event("price_changes: {all: -5%, calls: 0%, fee: 2%}").load().notes
    let changes = [PriceChange(item: nil, share: -0.05), PriceChange(item: "fee", share: 0.02)]
    #expect(notes.contains(.changedPrices(option: "alpha", changes: changes)))
  }

  static let faults = [
    FaultCase(
      "  payment: {lag", "  price_changes: {call: -5%}\n  payment: {lag",
      "event.yaml:19:19: terms/price_changes/call: expected a name declared under prices.csv of alpha, "
        + "found call; did you mean calls?"),
    FaultCase(
      "  payment: {lag", "  price_changes: {all: -101%}\n  payment: {lag",
      "event.yaml:19:24: terms/price_changes/all: expected -1 to 1, found -101%"),
    FaultCase(
      "  payment: {lag", "  price_changes: {all: -5}\n  payment: {lag",
      "event.yaml:19:24: terms/price_changes/all: expected -1 to 1, found -5; did you mean -5%?"),
    FaultCase(
      "  payment: {lag", "  price_changes: -5%\n  payment: {lag",
      "event.yaml:19:18: terms/price_changes: expected a mapping, found -5%"),
  ]

  @Test(arguments: faults) func faults_of_changes_tell_their_place(_ fault: FaultCase) throws {
    try fault.check()
  }
}
