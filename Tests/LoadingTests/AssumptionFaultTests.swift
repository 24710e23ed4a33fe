import Testing

@Suite struct AssumptionFaultTests {
  static let assumptions = [
    FaultCase(
      "    voice: {persistence", "    voise: {persistence",
      "event.yaml:41:5: assumptions/demand/voise: expected a name declared under "
        + "service_lines, found voise; did you mean voice?"
    ),
    FaultCase(
      "persistence: 0.6", "persistence: 1",
      "event.yaml:41:26: assumptions/demand/voice/persistence: expected -1 to 1, bounds "
        + "left out, found 1"
    ),
    FaultCase(
      "spread: 6%,", "spread: {mean: 0, error: 1}, ",
      "event.yaml:41:46: assumptions/demand/voice/spread/mean: expected more than 0, found "
        + "0"
    ),
    FaultCase(
      "spread: 6%,", "forecast: history,",
      "event.yaml:41:41: assumptions/demand/voice/forecast: expected history of this "
        + "service line that can be fitted, found history"
    ),
    FaultCase(
      "law: mean_reverting", "law: reverting",
      "event.yaml:43:18: assumptions/indices/wages/law: expected one of geometric, "
        + "mean_reverting, found reverting; did you mean mean_reverting?"
    ),
    FaultCase(
      "between: [voice, chat]", "between: [voice, voice]",
      "event.yaml:45:17: assumptions/correlations/1/between: expected two different ones, "
        + "found a list of 2"
    ),
    FaultCase(
      "between: [voice, chat]", "between: [voice]",
      "event.yaml:45:17: assumptions/correlations/1/between: expected 2 values, found a "
        + "list of 1"
    ),
    FaultCase(
      "value: 0.5", "value: 1.5",
      "event.yaml:45:39: assumptions/correlations/1/value: expected -1 to 1, found 1.5"
    ),
    FaultCase(
      "    alpha:\n      speed", "    alfa:\n      speed",
      "event.yaml:47:5: assumptions/performance/alfa: expected a name declared under bids, "
        + "found alfa; did you mean alpha?"
    ),
    FaultCase(
      "level: 84%", "level: 100%",
      "event.yaml:48:22: assumptions/performance/alpha/speed/level: expected a value in "
        + "the range of a share, found 100%"
    ),
    FaultCase(
      "level: 84%, ", "",
      "event.yaml:48:7: assumptions/performance/alpha/speed/level: missing"
    ),
    FaultCase(
      "    peers:\n      wait", "    peers:\n      weight",
      "event.yaml:12:3: assumptions/performance/alpha/wait: nothing is known of this metric of "
        + "alpha\n"
        + "event.yaml:52:7: assumptions/performance/peers/weight: expected a name declared "
        + "under metrics, found weight"
    ),
    FaultCase(
      "{voice: -2.0}", "{voise: -2.0}",
      "event.yaml:48:50: assumptions/performance/alpha/speed/demand/voise: expected a name "
        + "declared under service_lines, found voise; did you mean voice?"
    ),
  ]

  @Test(arguments: assumptions) func faults_of_assumptions_tell_their_place(_ fault: FaultCase)
    throws
  {
    try fault.check()
  }
}
