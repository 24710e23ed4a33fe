import CRows

/// The instructions of the processor by which rows are calculated.
///
/// All give the same bits, where all NaNs are one; only time differs. The best that the machine
/// runs is in use before the first row exists, without any call.
public enum InstructionSet: String, CaseIterable, Sendable {
  /// Plain Swift, on every processor: what the bits of the others are compared with.
  case portable

  /// What every x86-64 processor has, with vectors of 128 bits, and AES.
  case sse2

  /// The level x86-64-v3, with vectors of 256 bits, and AES.
  case avx2

  /// The level x86-64-v4, with vectors of 512 bits, and AES.
  case avx512

  /// What this machine runs, processor and operating system, in order of `allCases`.
  public static var available: [InstructionSet] {
    allCases.filter { unsafe $0.table != nil }
  }

  /// The widest that this machine runs.
  public static var best: InstructionSet { available.last ?? .portable }

  /// What rows are calculated by now.
  public static var current: InstructionSet {
    chooseOnce
    let table = unsafe rows_table()
    return allCases.first { unsafe $0.table == table } ?? .portable
  }

  /// Calculates rows by this from now on, in the whole process.
  ///
  /// Call it before another thread calculates with rows: a change in the midst of a calculation
  /// changes no bits, but which of the two each operation has run is then unknown.
  ///
  /// - Precondition: The set is ``available``.
  public func use() {
    InstructionSet.chooseOnce
    install()
  }

  /// Puts ``best`` in use when it is first touched.
  ///
  /// Every row comes from an arena, and every arena touches it first: no operation needs to look.
  static let chooseOnce: Void = best.install()

  /// The operations, nil where this machine does not run them.
  var table: UnsafePointer<RowsTable>? {
    switch self {
    case .portable: unsafe InstructionSet.portableTable
    case .sse2: unsafe rows_x86_table(1)
    case .avx2: unsafe rows_x86_table(3)
    case .avx512: unsafe rows_x86_table(4)
    }
  }

  private func install() {
    guard let table = unsafe table else {
      preconditionFailure("this machine does not run the instruction set \(rawValue)")
    }
    unsafe rows_use(table)
  }

  private nonisolated(unsafe) static let portableTable: UnsafePointer<RowsTable> = {
    let table = UnsafeMutablePointer<RowsTable>.allocate(capacity: 1)
    unsafe table.initialize(to: Portable.operations)
    return unsafe UnsafePointer(table)
  }()
}
