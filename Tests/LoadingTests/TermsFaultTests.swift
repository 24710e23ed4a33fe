import Testing

@Suite struct TermsFaultTests {
  static let terms = [
    FaultCase(
      "at_risk: 12%", "at_risk: 12%\n    at_risk_of: [fees]",
      "event.yaml:29:18: terms/credits/at_risk_of/1: expected a name declared under prices.csv or "
        + "terms/prices, found fees; did you mean fee?"
    ),
    FaultCase(
      "at_risk: 12%", "at_rsik: 12%",
      "event.yaml:28:5: terms/credits/at_rsik: unknown key; did you mean at_risk?"
    ),
    FaultCase(
      "at_risk: 12%", "at_risk: 12",
      "event.yaml:28:14: terms/credits/at_risk: expected 0 to 1, found 12; did you mean 12%?"
    ),
    FaultCase(
      "cap: 4%, floor", "cap: 4,5%, floor",
      "event.yaml:21:44: terms/indexation/pay/5%: unknown key; decimals are written with a "
        + "point, as in 4.5%"
    ),
    FaultCase(
      "index: wages", "index: wage",
      "event.yaml:21:18: terms/indexation/pay/index: expected a name declared under "
        + "assumptions/indices, found wage; did you mean wages?"
    ),
    FaultCase(
      "floor: 0%", "floor: 5%",
      "event.yaml:21:53: terms/indexation/pay/floor: expected a floor that is not above "
        + "its cap, found 5%"
    ),
    FaultCase(
      "share: 70%", "share: 170%",
      "event.yaml:21:32: terms/indexation/pay/share: expected 0 to 1, found 170%"
    ),
    FaultCase(
      "metric: speed", "metric: sped",
      "event.yaml:25:22: terms/service_levels/answer/metric: expected a name declared "
        + "under metrics, found sped; did you mean speed?"
    ),
    FaultCase(
      "target: 80%", "target: 180%",
      "event.yaml:25:37: terms/service_levels/answer/target: expected a value in the range "
        + "of a share, found 180%"
    ),
    FaultCase(
      "compare: at_least", "compare: atleast",
      "event.yaml:25:51: terms/service_levels/answer/compare: expected one of at_least, "
        + "more_than, at_most, less_than, found atleast; did you mean at_least?"
    ),
    FaultCase(
      "pool: calls", "pool: call",
      "event.yaml:31:22: terms/credits/allocation/answer/pool: expected a name declared "
        + "under terms/credits/pools, found call; did you mean calls?"
    ),
    FaultCase(
      "answer: {pool", "answers: {pool",
      "event.yaml:31:7: terms/credits/allocation/answers: expected a name declared under "
        + "terms/service_levels, found answers; did you mean answer?"
    ),
    FaultCase(
      "fixed: {queue", "fixed: {queues",
      "event.yaml:32:13: terms/credits/fixed/queues: expected a name declared under "
        + "terms/service_levels, found queues; did you mean queue?"
    ),
    FaultCase(
      "repeat: {from: 3", "repeat: {from: 1",
      "event.yaml:33:20: terms/credits/repeat/from: expected 2 to 32, found 1"
    ),
    FaultCase(
      "level: answer", "level: answr",
      "event.yaml:36:22: terms/rights/chronic/level: expected a name declared under "
        + "terms/service_levels, found answr; did you mean answer?"
    ),
    FaultCase(
      "defaults: 4", "defaults: 7",
      "event.yaml:36:40: terms/rights/chronic/defaults: expected no more defaults than "
        + "months in the window, found 7"
    ),
    FaultCase(
      "{probability: 50%}", "{when_cheaper: {first: 1}}",
      "event.yaml:36:65: terms/rights/chronic/exercise/when_cheaper/every: missing"
    ),
    FaultCase(
      "{probability: 50%}", "sometimes",
      "event.yaml:36:64: terms/rights/chronic/exercise: expected one of never, always, "
        + "found sometimes"
    ),
    FaultCase(
      "{trailing_mean: 6 months}", "contract_charge",
      "event.yaml:37:40: terms/termination_fee/base: expected one of baseline_charge, "
        + "last_invoice, found contract_charge"
    ),
    FaultCase(
      "{trailing_mean: 6 months}", "{trailing_mean: 6 months, stated: 1}",
      "event.yaml:37:34: terms/termination_fee/base: expected exactly one of stated, "
        + "trailing_mean, found trailing_mean, stated"
    ),
    FaultCase(
      "indexation: pay}", "indexation: pya}",
      "event.yaml:37:79: terms/termination_fee/indexation: expected a name declared under "
        + "terms/indexation, found pya; did you mean pay?"
    ),
    FaultCase(
      "attainment: {speed", "attainment: {spede",
      "event.yaml:38:69: terms/replacement/attainment/spede: expected a name declared "
        + "under metrics, found spede; did you mean speed?"
    ),
    FaultCase(
      "    voice: {deadband: 10%", "    voise: {deadband: 10%",
      "event.yaml:23:5: terms/volume_bands/voise: expected a name declared under "
        + "service_lines, found voise; did you mean voice?"
    ),
  ]

  @Test(arguments: terms) func faults_of_terms_tell_their_place(_ fault: FaultCase) throws {
    try fault.check()
  }
}
