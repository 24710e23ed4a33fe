import Testing

@Suite struct EventFaultTests {
  static let event = [
    FaultCase("title: Customer service\n", "", "event.yaml:1:1: title: missing"),
    FaultCase(
      "currency: EUR", "currency: Euro",
      "event.yaml:2:11: currency: expected a currency such as EUR, found Euro"
    ),
    FaultCase(
      "start: 2027-04", "start: 2027-13",
      "event.yaml:3:8: start: expected a calendar month such as 2027-04, found 2027-13"
    ),
    FaultCase(
      "term: 24 months", "term: 2 years",
      "event.yaml:4:7: term: expected months such as 60 months, found 2 years"
    ),
    FaultCase("go_live: 4", "go_live: 25", "event.yaml:5:10: go_live: expected 1 to 24, found 25"),
    FaultCase(
      "timing: end", "timing: ending",
      "event.yaml:6:46: discount/timing: expected one of start, middle, end, found ending"
    ),
    FaultCase(
      "rate: 8%", "rate: -100%",
      "event.yaml:6:18: discount/rate: expected -1 to 1, bounds left out, found -100%"
    ),
    FaultCase(
      "baseline: 92000", "baseline: -1",
      "event.yaml:8:52: service_lines/voice/baseline: expected at least 0, found -1"
    ),
    FaultCase(
      "baseline: 92000", "baseline: [1, 2]",
      "event.yaml:8:52: service_lines/voice/baseline: expected 24 values, found a list of 2"
    ),
    FaultCase(
      "baseline: 92000", "baseline: {base: 1, season: [1]}",
      "event.yaml:8:70: service_lines/voice/baseline/season: expected 12 values, found a "
        + "list of 1"
    ),
    FaultCase(
      "baseline: 92000", "baseline: {file: ../x.csv, column: v}",
      "event.yaml:8:59: service_lines/voice/baseline/file: expected a name of letters, "
        + "digits, -, _ and ., found ../x.csv"
    ),
    FaultCase(
      "baseline: 92000", "baseline: {file: x.csv, column: v}",
      "event.yaml:8:52: there is no such file, found x.csv"
    ),
    FaultCase(
      "scale: time", "scale: hours",
      "event.yaml:12:37: metrics/wait/scale: expected one of share, time, score, found "
        + "hours"
    ),
    FaultCase(
      "need: 80%", "need: 180%",
      "event.yaml:14:17: losses/speed/need: expected a value in the range of a share, "
        + "found 180%"
    ),
    FaultCase(
      "per_unit_of: voice", "per_unit_of: vioce",
      "event.yaml:14:52: losses/speed/per_unit_of: expected a name declared under "
        + "service_lines, found vioce; did you mean voice?"
    ),
    FaultCase(
      "due: bid", "due: bit",
      "event.yaml:16:92: requirements/gdpr-28/due: expected one of bid, signature, "
        + "go_live, found bit; did you mean bid?"
    ),
    FaultCase(
      "  cost: {weight", "  costs: {weight",
      "event.yaml:54:3: criteria/costs: expected a name declared under criteria, found "
        + "costs; did you mean cost?"
    ),
    FaultCase(
      "best: 100%", "best: 0%",
      "event.yaml:55:42: criteria/compliance/scale/best: expected more than 0, found 0%"
    ),
    FaultCase(
      "scale: lowest_over_own", "scale: lowest",
      "event.yaml:54:29: criteria/cost/scale: expected one of lowest_over_own, found lowest"
    ),
    FaultCase(
      "{best: 100%, worst: 0%}", "lowest_over_own",
      "event.yaml:55:35: criteria/compliance/scale: expected a mapping, found lowest_over_own"
    ),
    FaultCase(
      "rate: 8%", "rate: 7",
      "event.yaml:6:18: discount/rate: expected -1 to 1, bounds left out, found 7; did you "
        + "mean 7%?"
    ),
    FaultCase(
      "baseline: 92000", "baseline: 1e13",
      "event.yaml:8:52: service_lines/voice/baseline: expected at most 1000000000000, found 1e13"
    ),
    FaultCase(
      "service_lines:\n", "service_line:\n",
      "event.yaml:7:1: service_line: unknown key; did you mean service_lines?"
    ),
    FaultCase(
      "chat: {name: Chats, unit: chat, baseline: {base: 1000, growth: 2%}}", "chat:",
      "event.yaml:9:3: service_lines/chat: missing\n"
        + "event.yaml:45:25: assumptions/correlations/1/between/2: expected a name declared "
        + "under service_lines or assumptions/indices, found chat\n"
        + "bids/alpha/1/prices.csv:5:3: service_line: expected a name declared under "
        + "service_lines, found chat"
    ),
  ]

  @Test(arguments: event) func faults_of_an_event_tell_their_place(_ fault: FaultCase) throws {
    try fault.check()
  }
}
