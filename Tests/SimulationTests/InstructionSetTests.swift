import Rows
import Simulation
import Testing

@Suite struct InstructionSetTests {
  // What is in use is the whole process's, so it changes in a process of its own: here, tests that
  // run beside this one would keep their bits but could switch the set under this one's hands.
  @Test func the_outcome_is_the_same_by_any_instruction_set() async {
    await #expect(processExitsWith: .success) {
      let options = try RichMarket.options()
      InstructionSet.portable.use()
      let portable = await RichMarket.experiment(options, futures: 1000).run(threads: 2)
      #expect(portable.options.allSatisfy { $0.before.mean > 0 })
      for level in InstructionSet.available {
        level.use()
        let outcome = await RichMarket.experiment(options, futures: 1000).run(threads: 2)
        #expect(outcome == portable, "\(level)")
        #expect(InstructionSet.current == level)
      }
    }
  }
}
