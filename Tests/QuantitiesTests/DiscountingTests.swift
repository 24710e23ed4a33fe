import Quantities
import Testing

@Test func a_year_later_a_payment_is_worth_a_yearly_rate_less() {
  let discounting = Discounting(rate: 0.08, timing: .start)
  #expect(discounting.factor(month: 1) == 1)
  #expect(abs(discounting.factor(month: 13) - 1 / 1.08) <= 1e-15)
  #expect(abs(discounting.factor(month: 25) - 1 / (1.08 * 1.08)) <= 1e-15)
}

@Test(arguments: [(Discounting.Timing.start, 0.0), (.middle, 0.5), (.end, 1)])
func timing_delays_by_its_share_of_a_month(timing: Discounting.Timing, delay: Double) {
  #expect(timing.delay == delay)
  let discounting = Discounting(rate: 0.1, timing: timing)
  let atStart = Discounting(rate: 0.1, timing: .start)
  for month in [1, 7, 60] {
    #expect(discounting.factor(month: month) == atStart.factor(month: month, lag: delay))
  }
}

@Test func cash_falls_due_at_the_end_of_the_month_unless_said_otherwise() {
  #expect(Discounting(rate: 0.05) == Discounting(rate: 0.05, basis: .nominal, timing: .end))
  // 1.05^(−1/12)
  #expect(abs(Discounting(rate: 0.05).factor(month: 1) - 0.995_942_407_351_067) < 1e-14)
}

@Test func a_lag_of_whole_months_is_a_later_month() {
  let discounting = Discounting(rate: 0.06, timing: .middle)
  for (month, lag) in [(1, 1), (5, 2), (59, 12)] {
    let later = discounting.factor(month: month + lag)
    #expect(discounting.factor(month: month, lag: Double(lag)) == later)
  }
}

@Test func without_interest_later_is_worth_the_same() {
  for month in 1...60 { #expect(Discounting(rate: 0).factor(month: month, lag: 1.5) == 1) }
}

@Test func a_negative_rate_makes_later_cash_worth_more() {
  let discounting = Discounting(rate: -0.01)
  #expect(discounting.factor(month: 24) > discounting.factor(month: 12))
  #expect(discounting.factor(month: 12) > 1)
}

@Test func a_rate_of_minus_one_hundred_per_cent_is_refused() async {
  await #expect(processExitsWith: .failure) { _ = Discounting(rate: -1) }
}
