import Quantities
import Testing

@Suite struct PeriodTests {
  @Test func a_quarter_ends_every_third_month_from_its_first() {
    #expect((1...7).filter { Period.quarter.ends(with: $0) } == [3, 6])
    #expect((1...9).filter { Period.quarter.ends(with: $0, from: 2) } == [4, 7])
  }

  @Test func every_month_is_a_period_of_its_own() {
    #expect((1...4).allSatisfy { Period.month.ends(with: $0) })
    #expect(!Period.month.ends(with: 1, from: 2))
  }

  @Test func a_year_ends_with_its_twelfth_month() {
    #expect((1...30).filter { Period.year.ends(with: $0) } == [12, 24])
  }
}
