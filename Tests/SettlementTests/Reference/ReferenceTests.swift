import TestKit
import Testing

/// The settlement of random contracts, against the reference that was written from the clauses'
/// pages alone, and against what holds for every contract.
@Suite struct ReferenceTests {
  /// How many contracts one case settles; cases run side by side.
  private static let contracts: UInt64 = 500

  @Test(arguments: 0..<UInt64(20))
  func random_contracts_settle_as_their_pages_say(_ part: UInt64) throws {
    for seed in RandomContract.seeds(inPart: part, of: Self.contracts) {
      let random = try RandomContract(seed: seed)
      let compared = try Compared(random)
      if let (line, text) = compared.difference() {
        // One is enough to look at.
        Issue.record("seed \(seed): \(text)\n\(random.shrunk(to: line).described)")
        return
      }
      let complaints =
        Identities(compared).complaints() + [compared.presentValueDifference()].compactMap(\.self)
      if !complaints.isEmpty {
        Issue.record("seed \(seed): \(complaints)\n\(random.described)")
        return
      }
    }
  }
}
