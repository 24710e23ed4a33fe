import Quantities
import Testing

@Suite struct ReckoningTests {
  @Test func periods_are_counted_from_their_first_month() {
    let quarters = Reckoning(every: .quarter, from: 2)
    #expect((1...8).map(quarters.period(of:)) == [nil, 0, 0, 0, 1, 1, 1, 2])
  }

  @Test func a_last_period_that_is_cut_short_is_settled_only_where_it_is_agreed() {
    let quarters = Reckoning(every: .quarter, from: 2)
    #expect((1...8).map { quarters.share(settledIn: $0, horizon: 8) }.compactMap(\.self) == [1, 1])
    let whole = Reckoning(every: .quarter, from: 2, rest: .proRata)
    #expect(whole.share(settledIn: 8, horizon: 8) == 1.0 / 3)
    #expect(whole.share(settledIn: 7, horizon: 7) == 1)
    #expect(whole.share(settledIn: 8, horizon: 9) == nil)
    #expect(whole.share(settledIn: 1, horizon: 1) == nil)
  }

  @Test func a_month_is_never_cut_short() {
    #expect(Reckoning(rest: .proRata).share(settledIn: 5, horizon: 5) == 1)
  }
}
