import Rows
import Testing

@Suite struct ColumnTests {
  @Test func rows_are_stored_each_in_its_place() {
    let bench = Workbench(seed: 5)
    defer { bench.keep() }
    let (one, other) = (bench.row(), bench.row())
    let column = Column(count: Lanes.count + 10)
    column.store(other, lanes: 10, at: Lanes.count)
    column.store(one, lanes: Lanes.count, at: 0)
    expectBits(column.values(first: Lanes.count + 10), one.values + other.values.prefix(10))
    column.store(other, lanes: 3, at: 4)
    expectBits(column.values(first: 8), one.values[..<4] + other.values[..<3] + [one.values[7]])
    #expect(column.values(first: 0).isEmpty)
  }

  private func expectBits(_ values: [Double], _ expected: some Sequence<Double>) {
    #expect(values.map(\.bitPattern) == expected.map(\.bitPattern))
  }

  @Test func nothing_is_stored_beside_a_column() async {
    await #expect(processExitsWith: .failure) {
      Column(count: 8).store(Arena().row(), lanes: 5, at: 4)
    }
    await #expect(processExitsWith: .failure) { _ = Column(count: 8).values(first: 9) }
  }
}
