import Glibc

/// The exact law of what a contract remembers, month after month.
///
/// Chances are added up over all states; nothing is drawn, and nothing is settled. What a state is
/// and how it moves, each test says in the words of the clause's page.
struct Chain<State: Hashable> {
  /// The chance of each state.
  private(set) var law: [State: Double]

  init(_ start: State) { law = [start: 1] }

  /// Moves on by one of `events` with their chances; `step` changes the state and says what is
  /// owed, of which the mean is returned.
  mutating func move<Event>(
    _ events: [(Event, Double)], _ step: (inout State, Event) -> Double
  ) -> Double {
    var next: [State: Double] = [:]
    var mean = 0.0
    for (state, chance) in law {
      for (event, share) in events where share > 0 {
        var state = state
        mean += chance * share * step(&state, event)
        next[state, default: 0] += chance * share
      }
    }
    law = next
    return mean
  }

  /// The chance of the states of which `holds` is true.
  func chance(_ holds: (State) -> Bool) -> Double {
    law.reduce(0) { $0 + (holds($1.key) ? $1.value : 0) }
  }
}

/// What has happened in the last months, the latest in the lowest bit.
struct Past: Hashable {
  var bits: UInt64 = 0

  /// In how many of the months it has.
  var count: Int { bits.nonzeroBitCount }

  mutating func note(_ happened: Bool, keeping months: Int) {
    bits = (bits << 1 | (happened ? 1 : 0)) & (1 << UInt64(months) - 1)
  }
}

/// What may happen to a level with chance `p`: nothing at all in a month that does not count.
func misses(_ p: Double, counts: Bool = true) -> [(Bool, Double)] {
  counts ? [(true, p), (false, 1 - p)] : [(false, 1)]
}

/// What may happen to two independent levels.
func misses(_ p: Double, _ q: Double) -> [((Bool, Bool), Double)] {
  [
    ((true, true), p * q), ((true, false), p * (1 - q)), ((false, true), (1 - p) * q),
    ((false, false), (1 - p) * (1 - q)),
  ]
}

/// The number of successes in independent trials.
enum Binomial {
  /// `C(n, k) p^k (1 − p)^(n − k)`.
  static func chance(_ k: Int, of n: Int, _ p: Double) -> Double {
    let ways = (0..<k).reduce(1.0) { $0 * Double(n - $1) / Double($1 + 1) }
    return ways * pow(p, Double(k)) * pow(1 - p, Double(n - k))
  }

  /// The chance of at least `k` successes in `n` trials.
  static func atLeast(_ k: Int, of n: Int, _ p: Double) -> Double {
    (0..<max(k, 0)).reduce(1) { $0 - ($1 > n ? 0 : chance($1, of: n, p)) }
  }

  /// The mean of `function` of the number of successes.
  static func mean(of n: Int, _ p: Double, _ function: (Int) -> Double) -> Double {
    (0...n).reduce(0) { $0 + chance($1, of: n, p) * function($1) }
  }
}
