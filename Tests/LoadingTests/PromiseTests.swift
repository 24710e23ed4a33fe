import Contracts
import Futures
import Loading
import Quantities
import Testing

private func alpha(_ keys: String) throws -> (driver: PerformanceDriver, notes: [LoadingNote]) {
  let fixture = EventFixture().replacing("level: 84%", with: "level: 84%, \(keys)")
  let dossier = try fixture.load()
  let driver = try #require(dossier.assumptions.performance["alpha"]?.metrics.first)
  return (driver, dossier.notes)
}

@Test func a_promise_moves_the_level_by_its_weight_on_the_link_scale_and_is_told() throws {
  let (driver, notes) = try alpha("promise: {level: 90%, weight: 25%}")
  let expected = 0.75 * Link.logit.scaled(0.84) + 0.25 * Link.logit.scaled(0.9)
  #expect(abs(driver.level.estimate - expected) < 1e-12)
  let told = notes.first { if case .promiseWeighed = $0 { true } else { false } }
  guard case .promiseWeighed(let path, let record, let promise, let weight)? = told else {
    Issue.record("no note of the promise")
    return
  }
  #expect(path == "assumptions/performance/alpha/speed")
  #expect(abs(record - 0.84) < 1e-12 && abs(promise - 0.9) < 1e-12 && weight == 0.25)
}

@Test func a_share_may_be_measured_of_cases_or_of_a_part_of_the_volume() throws {
  #expect(try alpha("sample: {cases: 400}").driver.sample == .cases(400))
  #expect(try alpha("sample: {share: 2%, of: voice}").driver.sample == .share(0.02, of: "voice"))
}

@Test(arguments: [
  ("sample: {cases: 0}", "sample/cases: expected more than 0, found 0"),
  ("sample: {share: 2%, of: voise}", "sample/of: expected a name declared under service_lines"),
  ("promise: {level: 90%}", "promise/weight: missing"),
  ("promise: {level: 90%, weight: 2}", "promise/weight: expected 0 to 1, found 2"),
])
func faults_of_samples_and_promises_tell_their_place(_ keys: String, _ words: String) throws {
  let fixture = EventFixture().replacing("level: 84%", with: "level: 84%, \(keys)")
  let faults = try fixture.faults()
  #expect(faults.count == 1)
  #expect(
    faults.first?.contains("assumptions/performance/alpha/speed/\(words)") == true, "\(faults)")
}

@Test func a_real_discount_rate_needs_the_inflation_that_it_leaves_out() throws {
  let real = EventFixture().replacing("basis: nominal", with: "basis: real")
  #expect(try real.faults().first?.contains("discount/inflation: missing") == true)
  let stated = EventFixture().replacing("basis: nominal", with: "basis: real, inflation: 2%")
  let rate = try stated.load().event.discounting.nominalRate
  #expect(abs(rate - (1.08 * 1.02 - 1)) < 1e-12)
}
