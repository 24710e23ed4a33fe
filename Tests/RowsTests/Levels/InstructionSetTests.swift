import CRows
import Testing

@testable import Rows

@Suite struct InstructionSetTests {
  @Test(arguments: InstructionSet.available)
  func every_operation_has_the_bits_of_the_portable_one(level: InstructionSet) {
    for trial in OperationTrials.all {
      let different = firstDifference(of: trial, at: level)
      #expect(different == nil, "\(trial.name) differs at \(level): \(different ?? "")")
    }
  }

  // The position of a trial is that of the table's field that it calls.
  @Test func every_operation_of_the_table_is_tried() {
    let tried = Set(OperationTrials.all.map(\.position))
    let missing = (0..<Int(rows_operation_count)).filter { !tried.contains($0) }
    #expect(
      missing.isEmpty,
      "\(missing.map { unsafe String(cString: rows_operation_name(Int32($0))) }) not tried")
    // The last field plays recordings.
    let fields = MemoryLayout<RowsTable>.size / MemoryLayout<Int>.stride - 1
    #expect(fields == Int(rows_operation_count))
    #expect(OperationTrials.all.count == fields)
  }

  // What is compared above would be equal, too, if the operations did nothing.
  @Test func every_trial_changes_something_or_returns_something() {
    for trial in OperationTrials.all {
      let acts = (UInt64(1)...8).contains { seed in
        let before = LevelBench(seed: seed, operands: .random, comparison: .below).bits() + [0]
        return trial.bits(at: .portable, seed: seed, operands: .random, .below) != before
      }
      #expect(acts, "\(trial.name) does nothing")
    }
  }

  @Test func the_portable_operations_run_everywhere() {
    #expect(InstructionSet.available.first == .portable)
    #expect(InstructionSet.available.contains(.best))
  }

  #if arch(x86_64)
    @Test func every_x86_since_2013_runs_the_first_level() {
      #expect(InstructionSet.available.contains(.sse2))
    }
  #else
    @Test func other_processors_run_the_portable_operations() {
      #expect(InstructionSet.best == .portable)
    }
  #endif

  // What is in use is the whole process's, so a process of their own is theirs in which it changes.

  @Test func the_best_is_in_use_before_the_first_row_exists() async {
    await #expect(processExitsWith: .success) {
      let arena = Arena()
      defer { withExtendedLifetime(arena) {} }
      arena.row().fill(1)
      #expect(InstructionSet.current == InstructionSet.available.last)
    }
  }

  @Test func what_is_used_stays_in_use_when_rows_are_made() async {
    await #expect(processExitsWith: .success) {
      InstructionSet.portable.use()
      #expect(InstructionSet.current == .portable)
      for level in InstructionSet.available {
        level.use()
        let arena = Arena()
        defer { withExtendedLifetime(arena) {} }
        let row = arena.row()
        row.add(2)
        #expect(row.values.allSatisfy { $0 == 2 })
        #expect(InstructionSet.current == level)
      }
    }
  }

  private func firstDifference(of trial: OperationTrial, at level: InstructionSet) -> String? {
    let comparisons = [Comparison.below, .atMost, .above, .atLeast]
    for seed in UInt64(1)...32 {
      let comparison = comparisons[Int(seed % 4)]
      for operands in LevelBench.Operands.allCases {
        let bits = trial.bits(at: level, seed: seed, operands: operands, comparison)
        let portable = trial.bits(at: .portable, seed: seed, operands: operands, comparison)
        if bits != portable || bits == nil { return "\(operands), \(comparison), seed \(seed)" }
      }
    }
    return nil
  }
}
