import Assay
import TestKit
import Testing

@testable import Reporting

@Suite struct BridgeTests {
  private static let kinds = LevellingAdjustment.Kind.allCases

  /// A figure as it is printed.
  private func printed(_ cell: String) -> Double {
    let digits = cell.filter { $0.isNumber || $0 == "." }
    return (Double(digits) ?? .nan) * (cell.hasPrefix("−") ? -1 : 1)
  }

  @Test(arguments: [1e4, 3e7, 4e9])
  func a_bridge_adds_up_as_it_is_printed(_ size: Double) async {
    await forEverySeed(20) { seed in
      var dice = SplitMix(seed)
      let steps = Dictionary(uniqueKeysWithValues: Self.kinds.map { ($0, size * dice.next() / 9) })
      let submitted = size * (1 + dice.next())
      let levelled = submitted + steps.values.reduce(0, +)
      let bridge = Bridge(
        asSubmitted: submitted, steps: steps, levelled: levelled,
        mean: levelled * (1 + dice.next() / 5))
      let money = MoneyScale(currency: "EUR", largest: size)
      let cells = bridge.cells(Self.kinds, money).map(printed)
      #expect(cells.count == Self.kinds.count + 4)
      let parts = cells.dropLast(3)
      #expect(abs(parts.reduce(0, +) - cells[parts.count]) < 1e-6)
      #expect(abs(cells[parts.count] + cells[parts.count + 1] - cells[parts.count + 2]) < 1e-6)
      #expect(cells.last == printed(money(bridge.mean)))
    }
  }

  @Test func a_bridge_without_adjustments_has_three_figures() {
    let bridge = Bridge(asSubmitted: 100, steps: [:], levelled: 100, mean: 90)
    let money = MoneyScale(currency: "EUR", largest: 100)
    #expect(bridge.cells([], money) == ["100", "−10", "90"])
  }
}

/// Numbers between −1 and 1, the same for the same seed.
private struct SplitMix {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> Double {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Double((mixed ^ (mixed >> 31)) >> 11) / 0x1p52 - 1
  }
}
