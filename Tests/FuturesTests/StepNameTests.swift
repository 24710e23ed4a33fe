import Futures
import Testing

private func names(_ months: [Int]) -> [String] {
  let driver = DemandDriver(
    serviceLine: "voice", forecast: [1],
    steps: months.map { DemandDriver.Step(month: $0, size: 0.1) })
  return Assumptions(horizon: 1, demand: [driver]).driverNames.filter { $0.contains("step") }
}

@Test func a_step_is_addressed_by_its_month_and_not_by_its_place() {
  #expect(names([25]) == ["demand/voice/step/25"])
  #expect(names([13, 25]) == ["demand/voice/step/13", "demand/voice/step/25"])
}

@Test func steps_of_one_month_are_told_apart() {
  #expect(names([13, 13]) == ["demand/voice/step/13", "demand/voice/step/13/1"])
}
