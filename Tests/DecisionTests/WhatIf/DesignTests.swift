import Decision
import TestKit
import Testing

@Suite struct DesignTests {
  private let two = [
    Design.Axis(path: "a", values: ["1", "2"]), Design.Axis(path: "b", values: ["x", "y", "z"]),
  ]

  @Test func a_grid_has_every_value_with_every_other() throws {
    let grid = try #require(Design(grid: two))
    #expect(
      grid.cells == [
        ["1", "x"], ["1", "y"], ["1", "z"], ["2", "x"], ["2", "y"], ["2", "z"],
      ])
  }

  @Test func a_grid_of_too_many_cells_is_none() {
    let long = Design.Axis(path: "c", values: (0..<200).map(String.init))
    #expect(Design(grid: two + [long]) == nil)
    #expect(Design(grid: [long])?.cells.count == 200)
  }

  @Test func each_part_of_each_range_is_sampled_once() async {
    await forEverySeed(5) { seed in
      let ranges = [
        (path: "a", range: try TermRange("0%..100%")), (path: "b", range: try TermRange("0..50")),
      ]
      let design = Design(sampling: ranges, cells: 50, seed: seed)
      #expect(design.cells.count == 50)
      for (axis, width) in [(0, 0.02), (1, 1.0)] {
        let values = design.cells.compactMap { WrittenNumber($0[axis])?.value }.sorted()
        for (part, value) in values.enumerated() {
          let edges = (width * Double(part), width * Double(part + 1))
          #expect(value >= edges.0 - 1e-4 && value <= edges.1 + 1e-4)
        }
      }
      let orders = [0, 1].map { axis in
        design.cells.map { WrittenNumber($0[axis])?.value ?? .nan }
      }
      #expect(orders[0].map { $0 * 50 } != orders[1])
      #expect(design.axes[0].values.count <= 50)
    }
  }

  @Test func words_come_up_equally_often_in_a_sample() throws {
    let ranges = [(path: "a", range: try TermRange("never,always,maybe"))]
    let design = Design(sampling: ranges, cells: 30, seed: 3)
    for word in ["never", "always", "maybe"] {
      #expect(design.cells.count { $0 == [word] } == 10)
    }
    #expect(design.axes[0].values == ["never", "always", "maybe"])
  }

  @Test func a_sample_is_a_function_of_its_seed() throws {
    let ranges = [(path: "a", range: try TermRange("0%..20%"))]
    func cells(_ seed: UInt64) -> [[String]] {
      Design(sampling: ranges, cells: 12, seed: seed).cells
    }
    #expect(cells(7) == cells(7))
    #expect(cells(7) != cells(8))
  }
}
