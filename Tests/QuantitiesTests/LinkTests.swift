import Quantities
import TestKit
import Testing

/// Natural values within the range of `link`.
private func naturals(of link: Link, seed: UInt64) -> [Double] {
  var random = SplitMix64(seed: seed)
  return (0..<50).map { _ in
    switch link {
    case .logit: 0.001 + 0.998 * random.uniform()
    case .log: 0.001 + 5_000 * random.uniform()
    case .identity: -500 + 1_000 * random.uniform()
    }
  }
}

@Test(arguments: Link.allCases)
func a_link_and_its_inverse_undo_each_other(_ link: Link) async {
  await forEverySeed(20) { seed in
    for natural in naturals(of: link, seed: seed) {
      let back = link.natural(link.scaled(natural))
      // Within ±9 on the link scale the exponential magnifies one rounding up to nine times.
      #expect(abs(back - natural) <= 16 * natural.ulp, "\(natural) came back as \(back)")
    }
  }
}

@Test(arguments: Link.allCases)
func a_link_keeps_the_order(_ link: Link) async {
  await forEverySeed(20) { seed in
    let sorted = naturals(of: link, seed: seed).sorted()
    for (low, high) in zip(sorted, sorted.dropFirst()) where low < high {
      #expect(link.scaled(low) < link.scaled(high))
    }
  }
}

@Test(
  arguments: [
    // log(0.84/0.16) and log 40 to 17 digits, from a table of natural logarithms.
    (Link.logit, 0.84, 1.658_228_076_603_532_1), (.logit, 0.5, 0), (.log, 1, 0),
    (.log, 40, 3.688_879_454_113_936_4), (.identity, -3.25, -3.25),
  ]
)
func a_link_is_its_formula(link: Link, natural: Double, scaled: Double) {
  #expect(abs(link.scaled(natural) - scaled) <= 4 * max(scaled.magnitude, 1).ulp)
}

@Test func the_ends_of_the_range_are_infinitely_far_off() {
  #expect(Link.logit.scaled(0) == -.infinity)
  #expect(Link.logit.scaled(1) == .infinity)
  #expect(Link.log.scaled(0) == -.infinity)
  #expect(Link.logit.natural(-.infinity) == 0)
  #expect(Link.logit.natural(.infinity) == 1)
  #expect(Link.log.natural(-.infinity) == 0)
}

@Test(
  arguments: [
    (Link.logit, [0, 0.5, 1], [-0.001, 1.001, .infinity, .nan]),
    (.log, [0, 1e-9, 1e9], [-0.001, .infinity, .nan]),
    (.identity, [-1e9, 0, 1e9], [.infinity, -.infinity, .nan]),
  ] as [(Link, [Double], [Double])]
)
func a_link_admits_its_range_with_its_ends(link: Link, inside: [Double], outside: [Double]) {
  #expect(inside.allSatisfy(link.admits))
  #expect(!outside.contains(where: link.admits))
}
