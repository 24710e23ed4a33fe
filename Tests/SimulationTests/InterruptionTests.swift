import Simulation
import Testing

@Suite struct InterruptionTests {
  private static func experiment(futures: Int) throws -> Experiment {
    RichMarket.experiment(try RichMarket.options(), futures: futures)
  }

  @Test(arguments: [1, 2, 5])
  func an_interrupted_run_is_the_run_of_its_first_futures(_ threads: Int) async throws {
    let interruption = Interruption()
    let experiment = try Self.experiment(futures: 50_000)
    let first = await experiment.run(0..<50_000, threads: threads, interruption: interruption) {
      if $0 >= 2_048 { interruption.request() }
    }
    // Every thread may finish the block that it had begun.
    #expect((2_048...(2_048 + threads * Experiment.blockSize)).contains(first.futures))
    #expect(try await Self.experiment(futures: first.futures).run(threads: 2) == first)
  }

  @Test func a_part_is_interrupted_in_the_same_way() async throws {
    let interruption = Interruption()
    let experiment = try Self.experiment(futures: 50_000)
    let part = await experiment.run(1024..<50_000, threads: 2, interruption: interruption) {
      if $0 >= 512 { interruption.request() }
    }
    #expect(part.range.lowerBound == 1024 && part.range.upperBound < 5_120)
    #expect(await experiment.run(part.range, threads: 1) == part)
  }

  @Test func a_run_that_was_never_to_begin_has_no_future() async throws {
    let interruption = Interruption()
    interruption.request()
    let experiment = try Self.experiment(futures: 2_000)
    for first in [0, 1024] {
      let outcome = await experiment.run(first..<2_000, threads: 2, interruption: interruption)
      #expect(outcome.range == first..<first)
      #expect(outcome.sample.futures == 0)
    }
  }
}
