import CRows

@testable import Rows

/// How one operation of a table is called; named by its field, so that it cannot be named wrongly.
@safe
struct OperationTrial: Sendable {
  /// The operation's place in the table.
  let position: Int

  /// Calls the operation and gives what it returns, 0 when that is nothing.
  let act: @Sendable (UnsafePointer<RowsTable>, LevelBench) -> Double

  init<F>(
    _ field: any KeyPath<RowsTable, F> & Sendable,
    _ call: @escaping @Sendable (F, LevelBench) -> Void
  ) {
    self.init(returning: field) { operation, bench in
      call(operation, bench)
      return 0
    }
  }

  init<F>(
    returning field: any KeyPath<RowsTable, F> & Sendable,
    _ call: @escaping @Sendable (F, LevelBench) -> Double
  ) {
    let offset = MemoryLayout<RowsTable>.offset(of: field)
    position = (offset ?? -1) / MemoryLayout<Int>.stride
    unsafe act = { table, bench in unsafe call(table.pointee[keyPath: field], bench) }
  }

  /// The operation's name.
  var name: String { unsafe String(cString: rows_operation_name(Int32(position))) }

  /// The bits of all rows and of the returned number after the operation.
  func bits(
    at level: InstructionSet, seed: UInt64, operands: LevelBench.Operands, _ comparison: Comparison
  ) -> [UInt64]? {
    guard let table = unsafe level.table else { return nil }
    let bench = LevelBench(seed: seed, operands: operands, comparison: comparison)
    let returned = unsafe act(table, bench)
    return bench.bits() + [LevelBench.bits(returned)]
  }
}
