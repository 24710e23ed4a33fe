import Contracts
import Loading
import Testing

/// The digest of the locked method.
@Suite struct MethodDigestTests {
  private static func digest(_ change: (inout Event) -> Void = { _ in }, seed: UInt64 = 1) throws
    -> String
  {
    var event = try EventFixture().load().event
    change(&event)
    return event.methodDigest(seed: seed)
  }

  @Test func the_settings_are_written_one_a_line() throws {
    let event = try EventFixture().load().event
    #expect(
      event.methodSettings(seed: 7) == """
        method weighted_value
        cost_basis before_credits
        currency EUR
        first_month 2027-04
        horizon 24
        go_live 4
        discount 0.08 nominal end
        seed 7
        criterion cost cost weight=60.0 scale=lowest_over_own statistic=mean minimum=none needs=none
        criterion compliance compliance weight=40.0 scale=linear:1.0:0.0 statistic=mean minimum=none \
        needs=none
        requirement gdpr-28 3.0 true bid
        requirement iso 1.0 false signature

        """)
  }

  // The lines above in a file: sha256sum.
  @Test func the_digest_is_that_of_the_settings() throws {
    let event = try EventFixture().load().event
    #expect(
      event.methodDigest(seed: 7)
        == "735d8d3059981826ca00f3bfd53d038cfd02334835cd3bb40536762be2690bfe")
  }

  @Test func whatever_changes_the_order_changes_the_digest() throws {
    let changes: [(inout Event) -> Void] = [
      { $0.method = .costPerQualityPoint }, { $0.costBasis = .afterCredits }, { $0.horizon = 12 },
      { $0.criteria[0].weight = 61 }, { $0.criteria[0].statistic = .p90 },
      { $0.criteria[0].scale = .linearToCeiling(1, best: .lowest) },
      { $0.criteria[1].minimum = 60 }, { $0.criteria.removeLast() },
      { $0.requirements[0].weight = 2 },
      { $0.criteria[1].needs = [.init(metric: "speed", level: 1)] },
    ]
    let digests = try [Self.digest(), Self.digest(seed: 2)] + changes.map { try Self.digest($0) }
    #expect(Set(digests).count == changes.count + 2)
  }

  @Test func bids_and_volumes_do_not_change_it() throws {
    let other = try Self.digest {
      $0.title = "Another"
      $0.serviceLines[0].baseline = [1]
      $0.scoreSheet = ScoreSheet([.init(criterion: "team", bid: "a", evaluator: "b", score: 1)])
    }
    #expect(try other == Self.digest())
  }
}
