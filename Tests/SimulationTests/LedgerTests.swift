import Settlement
import Simulation
import Testing

@Suite struct LedgerTests {
  @Test(arguments: [1, 1000, 1025])
  func the_ledger_of_a_future_adds_up_to_what_was_simulated(futures: Int) async throws {
    let experiment = RichMarket.experiment(try RichMarket.options(), futures: futures)
    let sample = await experiment.run(threads: 2).sample
    let chosen = [0, 1, 17, 254, 255, 256, 511, 999, 1024, futures - 1].filter { $0 < futures }
    for (position, option) in experiment.options.enumerated() {
      for future in chosen {
        let ledger = experiment.ledger(of: position, future: future)
        let before = ledger.owed.total(in: option.contract) { $0 != .credit }
        let credits = ledger.owed.total(in: option.contract) { $0 == .credit }
        #expect(before.bitPattern == sample.before[position][future].bitPattern)
        #expect((before + credits).bitPattern == sample.after[position][future].bitPattern)
      }
    }
  }

  @Test func the_ledgers_of_all_futures_count_what_the_tally_counts() async throws {
    let experiment = RichMarket.experiment(try RichMarket.options(), futures: 300)
    let outcome = await experiment.run(threads: 2)
    for position in 0..<2 {
      var (exits, rights, defaults) = (0, 0, [0, 0])
      for future in 0..<300 {
        let months = experiment.ledger(of: position, future: future).months
        exits += months.contains(where: \.exercises) ? 1 : 0
        rights += months.contains { !$0.openRights.isEmpty } ? 1 : 0
        for month in months where month.isLive {
          for level in month.defaults { defaults[level] += 1 }
        }
      }
      let tally = outcome.options[position]
      let expected = [exits, rights] + defaults
      let counted = ([tally.exits, tally.rightArises] + tally.defaults).map { $0.mean * 300 }
      #expect(counted.map { Int($0.rounded()) } == expected)
      #expect(rights > 0)
    }
  }
}
