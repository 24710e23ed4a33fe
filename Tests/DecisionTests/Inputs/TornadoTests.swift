import Decision
import Simulation
import TestKit
import Testing

@Suite struct TornadoTests {
  /// The quantile 90 % of the standard normal law.
  private static let z = 1.281_551_565_5

  @Test func a_linear_cost_moves_by_its_slope_from_one_quantile_to_the_other() async {
    await forEverySeed(10) { seed in
      var chance = Chance(seed: seed)
      let (x, y) = (chance.normals(8_000), chance.normals(8_000))
      let costs = [zip(x, y).map { 1000 + 50 * $0 + 80 * $1 }, x.map { _ in 700 }]
      let tornado = try #require(Tornado(of: costs, over: x))
      // The quantile itself is known to √(p(1 − p)/n)/φ(z) = 0.019.
      expectClose(tornado.low, -Self.z, standardError: 0.019, seed: seed)
      expectClose(tornado.high, Self.z, standardError: 0.019, seed: seed)
      let bar = tornado.bars[0]
      expectClose(
        bar.low.value, 1000 + 50 * tornado.low, standardError: bar.low.standardError, seed: seed)
      expectClose(
        bar.high.value, 1000 + 50 * tornado.high, standardError: bar.high.standardError,
        seed: seed)
      // NumPy's regression on the same terms has 1.78 to 1.81 over these seeds.
      #expect(abs(bar.low.standardError - 1.8) < 0.2)
      #expect(abs(bar.high.standardError - 1.8) < 0.2)
      #expect(abs(tornado.bars[1].low.value - 700) < 1e-9 && tornado.bars[1].width < 1e-9)
    }
  }

  @Test func a_curved_cost_is_followed() async {
    await forEverySeed(5) { seed in
      var chance = Chance(seed: seed)
      let (x, y) = (chance.normals(20_000), chance.normals(20_000))
      let tornado = try #require(
        Tornado(of: [zip(x, y).map { 100 * max($0, 0) + 20 * $1 }], over: x))
      let bar = tornado.bars[0]
      // The spline rounds the kink off a little; it is some 128 high.
      #expect(abs(bar.low.value) < 4)
      #expect(abs(bar.high.value - 100 * tornado.high) < 4)
    }
  }

  @Test func an_input_that_does_not_vary_and_few_futures_have_no_bar() {
    #expect(Tornado(of: [(0..<200).map(Double.init)], over: Array(repeating: 1, count: 200)) == nil)
    #expect(Tornado(of: [[1, 2]], over: [1, 2]) == nil)
  }
}
