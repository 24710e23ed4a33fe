import Rows
import Simulation
import Testing

@Suite struct InstructionSetTests {
  // What is in use is the whole process's, so it changes in a process of its own: here, tests that
  // run beside this one would keep their bits but could switch the set under this one's hands.
  @Test func the_outcome_is_the_same_by_any_instruction_set_on_any_threads_in_any_parts() async {
    await #expect(processExitsWith: .success) {
      let experiment = RichMarket.experiment(try RichMarket.options(), futures: 4_000)
      InstructionSet.portable.use()
      let portable = await experiment.run(threads: 1)
      #expect(portable.options.allSatisfy { $0.before.mean > 0 })
      for level in InstructionSet.available {
        level.use()
        for (threads, parts) in [(1, 1), (2, 1), (3, 1), (1, 2), (2, 7), (3, 7)] {
          let outcome = try await InParts.run(experiment, parts, threads: threads)
          #expect(outcome == portable, "\(level), \(threads) threads, \(parts) parts")
          #expect(InParts.hash(of: outcome) == InParts.hash(of: portable))
        }
        #expect(InstructionSet.current == level)
      }
    }
  }
}

/// Runs of an experiment in parts, and what tells them apart.
enum InParts {
  /// Runs `experiment` in `count` parts of about as many blocks, and puts them together.
  static func run(_ experiment: Experiment, _ count: Int, threads: Int) async throws -> Outcome? {
    let blocks = (experiment.futures + Experiment.blockSize - 1) / Experiment.blockSize
    let ends = (0...count).map {
      min($0 * blocks / count * Experiment.blockSize, experiment.futures)
    }
    var parts: [Outcome] = []
    for (first, end) in zip(ends, ends.dropFirst()) {
      parts.insert(await experiment.run(first..<end, threads: threads), at: 0)
    }
    return try Outcome.merged(parts)
  }

  /// FNV-1a over the bits of every future's cost, before and after credits, of every option.
  static func hash(of outcome: Outcome?) -> UInt64 {
    let costs = outcome.map { $0.sample.before + $0.sample.after } ?? []
    return costs.joined().reduce(0xCBF2_9CE4_8422_2325) { hash, cost in
      (hash ^ cost.bitPattern) &* 0x100_0000_01B3
    }
  }
}
