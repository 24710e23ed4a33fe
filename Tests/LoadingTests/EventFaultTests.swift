import Testing

@Suite struct EventFaultTests {
  static let yaml = [
    FaultCase("term: 24 months", "term: &t 24 months", ""),
    FaultCase("{lag: 1 month}", "{<<: {lag: 1}}", ""),
    FaultCase("title: Customer service", "title: *nowhere", ""),
    FaultCase("currency: EUR", "currency: EUR\ncurrency: EUR", ""),
    FaultCase("{lag: 1 month}", "{lag: 1 month, lag: 2 months}", ""),
    FaultCase("title: Customer service", "title: [a", ""),
    FaultCase("title: Customer service", "? [a]\n: b\ntitle: x", ""),
    FaultCase("cap: 12%", "cap: '12%'", ""),
    FaultCase("multiple: 4", "multiple: \"4\"", ""),
    FaultCase("multiple: 4", "multiple: .nan", ""),
    FaultCase("multiple: 4", "multiple: .inf", ""),
    FaultCase("multiple: 4", "multiple: 1e400", ""),
    FaultCase("multiple: 4", "multiple: 190:20:30", ""),
    FaultCase("multiple: 4", "multiple: 0x10", ""),
    FaultCase("multiple: 4", "multiple: 010", ""),
    FaultCase("mandatory: true", "mandatory: yes", ""),
    FaultCase("title: Customer service", "title: {a: b}", ""),
    FaultCase("metrics:", "metrics: [a]\nx:", ""),
  ]

  static let event = [
    FaultCase("title: Customer service\n", "", ""),
    FaultCase("currency: EUR", "currency: Euro", ""),
    FaultCase("start: 2027-04", "start: 2027-13", ""),
    FaultCase("term: 24 months", "term: 2 years", ""),
    FaultCase("go_live: 4", "go_live: 25", ""),
    FaultCase("timing: end", "timing: ending", ""),
    FaultCase("rate: 8%", "rate: -100%", ""),
    FaultCase("baseline: 92000", "baseline: -1", ""),
    FaultCase("baseline: 92000", "baseline: [1, 2]", ""),
    FaultCase("baseline: 92000", "baseline: {base: 1, season: [1]}", ""),
    FaultCase("baseline: 92000", "baseline: {file: ../x.csv, column: v}", ""),
    FaultCase("baseline: 92000", "baseline: {file: x.csv, column: v}", ""),
    FaultCase("scale: time", "scale: hours", ""),
    FaultCase("  wait: {name", "  wa/it: {name", ""),
    FaultCase("need: 80%", "need: 180%", ""),
    FaultCase("per_unit_of: voice", "per_unit_of: vioce", ""),
    FaultCase("due: bid", "due: bit", ""),
    FaultCase("  cost: {weight", "  costs: {weight", ""),
    FaultCase("best: 100%", "best: 0%", ""),
  ]

  static let terms = [
    FaultCase("at_risk: 12%", "at_rsik: 12%", ""),
    FaultCase("index: wages", "index: wage", ""),
    FaultCase("floor: 0%", "floor: 5%", ""),
    FaultCase("share: 70%", "share: 170%", ""),
    FaultCase("metric: speed", "metric: sped", ""),
    FaultCase("target: 80%", "target: 180%", ""),
    FaultCase("compare: at_least", "compare: atleast", ""),
    FaultCase("pool: calls", "pool: call", ""),
    FaultCase("answer: {pool", "answers: {pool", ""),
    FaultCase("fixed: {queue", "fixed: {queues", ""),
    FaultCase("repeat: {from: 3", "repeat: {from: 1", ""),
    FaultCase("level: answer", "level: answr", ""),
    FaultCase("defaults: 4", "defaults: 7", ""),
    FaultCase("{probability: 50%}", "{when_cheaper: {first: 1}}", ""),
    FaultCase("{probability: 50%}", "sometimes", ""),
    FaultCase("{trailing_mean: 6 months}", "contract_charge", ""),
    FaultCase("{trailing_mean: 6 months}", "{trailing_mean: 6 months, stated: 1}", ""),
    FaultCase("indexation: pay}", "indexation: pya}", ""),
    FaultCase("attainment: {speed", "attainment: {spede", ""),
    FaultCase("    voice: {deadband: 10%", "    voise: {deadband: 10%", ""),
  ]

  static let assumptions = [
    FaultCase("    voice: {persistence", "    voise: {persistence", ""),
    FaultCase("persistence: 0.6", "persistence: 1", ""),
    FaultCase("spread: 6%,", "spread: {mean: 0, error: 1}, ", ""),
    FaultCase("spread: 6%,", "forecast: history,", ""),
    FaultCase("law: mean_reverting", "law: reverting", ""),
    FaultCase("between: [voice, chat]", "between: [voice, voice]", ""),
    FaultCase("between: [voice, chat]", "between: [voice]", ""),
    FaultCase("value: 0.5", "value: 1.5", ""),
    FaultCase("    alpha:\n      speed", "    alfa:\n      speed", ""),
    FaultCase("level: 84%", "level: 100%", ""),
    FaultCase("level: 84%, ", "", ""),
    FaultCase("    peers:\n      wait", "    peers:\n      weight", ""),
    FaultCase("{voice: -2.0}", "{voise: -2.0}", ""),
  ]

  @Test(arguments: yaml) func surprises_of_yaml_are_refused(_ fault: FaultCase) throws {
    try fault.check()
  }

  @Test(arguments: event) func faults_of_an_event_tell_their_place(_ fault: FaultCase) throws {
    try fault.check()
  }

  @Test(arguments: terms) func faults_of_terms_tell_their_place(_ fault: FaultCase) throws {
    try fault.check()
  }

  @Test(arguments: assumptions)
  func faults_of_assumptions_tell_their_place(_ fault: FaultCase) throws {
    try fault.check()
  }
}
