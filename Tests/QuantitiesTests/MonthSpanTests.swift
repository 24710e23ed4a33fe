import Quantities
import Testing

@Test func a_span_contains_both_its_ends() {
  let span = MonthSpan(from: 4, to: 6)
  #expect((1...8).filter(span.contains) == [4, 5, 6])
}

@Test func a_span_may_be_one_month() {
  #expect((1...8).filter(MonthSpan(from: 5, to: 5).contains) == [5])
}

@Test func a_span_without_a_last_month_never_ends() {
  let span = MonthSpan(from: 3)
  #expect((1...5).filter(span.contains) == [3, 4, 5])
  #expect(span.contains(.max))
}

@Test func a_span_of_nothing_said_contains_every_contract_month() {
  let span = MonthSpan()
  #expect(span.contains(1))
  #expect(span.contains(1_200))
  #expect(!span.contains(0))
}

@Test func spans_are_equal_where_their_ends_are() {
  #expect(MonthSpan(from: 2, to: 3) == MonthSpan(from: 2, to: 3))
  #expect(MonthSpan(from: 2) != MonthSpan(from: 2, to: 60))
}

@Test func a_span_cannot_begin_before_month_1() async {
  await #expect(processExitsWith: .failure) { _ = MonthSpan(from: 0) }
}

@Test func a_span_cannot_end_before_it_begins() async {
  await #expect(processExitsWith: .failure) { _ = MonthSpan(from: 4, to: 3) }
}
