import Contracts
import Quantities
import TestKit

/// A random contract with a random path to settle it on: any clauses in any switches, with many
/// values that lie exactly on an edge.
///
/// What is not thrown, because code and page differ or the page does not say:
///
/// * a tail of a level that is measured over several months: whether excluded months count for it;
/// * sums on an edge of a table of points, or of a flat credit, that lines between rows lead to: the
///   code has the noise of binary fractions there, and so has a ratchet that moves onto attainments;
/// * a ratchet, or an earn-back above an attainment, of a quarterly level: between quarters' ends.
struct RandomContract {
  /// The event.
  let event: Event

  /// What happens.
  let path: GivenPath

  /// The clauses, in random order.
  var clauses: [Contract.Named] = []

  var dice: SplitMix64

  /// The names of what later clauses may refer to.
  var indexations: [String] = []
  var priceNames: [String] = []
  var levels: [String: ServiceLevel] = [:]

  /// The seeds of a part of many contracts, each part of `count`.
  static func seeds(inPart part: UInt64, of count: UInt64) -> ClosedRange<UInt64> {
    part * count + 1...(part + 1) * count
  }

  /// The contract that belongs to `seed`.
  init(seed: UInt64) throws {
    dice = SplitMix64(seed: seed)
    event = try Self.event(&dice)
    path = Self.path(of: event, &dice)
    addFactors()
    addPrices()
    addVolumeClauses()
    addLevels()
    addMinimums()
    addCredits()
    addLimits()
    addPayments()
    addExit()
    addAdjustments()
    // The order of declaration counts among clauses of one stage, so that it is random too.
    clauses.shuffle(using: &dice)
  }

  /// The months of the horizon.
  var horizon: Int { event.horizon }

  /// The service lines' identifiers.
  var lines: [String] { event.serviceLines.map(\.id) }

  mutating func add(_ name: String, _ clause: Clause) { clauses.append(.init(name, clause)) }

  /// Calls `body` with a name of its own for each of up to `most` clauses of a kind.
  mutating func some(_ kind: String, most: Int = 1, _ body: (inout Self, String) -> Void) {
    for number in 0..<most where dice.chance(0.25) { body(&self, "\(kind)\(number)") }
  }

  /// A span of months, which may begin or end beyond the horizon.
  mutating func span() -> MonthSpan {
    if dice.chance(0.6) { return MonthSpan() }
    let first = dice.whole(1...horizon + 1)
    return MonthSpan(from: first, to: dice.chance(0.5) ? nil : first + dice.whole(0...horizon))
  }

  mutating func reckoning() -> Reckoning {
    Reckoning(
      every: dice.pick(Period.allCases), from: dice.chance(0.6) ? 1 : dice.whole(1...horizon + 1),
      rest: dice.pick([.notSettled, .proRata]))
  }

  /// A volume series of the contract for a service line, or nothing for the event's baseline.
  mutating func series(_ line: String) -> [Double]? {
    if dice.chance(0.6) { return nil }
    let baseline = event.serviceLines.first { $0.id == line }?.baseline.first ?? 0
    return (0..<dice.whole(1...4)).map { _ in baseline * dice.pick([0.5, 1, 1, 1.25]) }
  }

  mutating func indexation() -> String? { indexations.isEmpty ? nil : dice.pick(indexations, 0.5) }

  mutating func scope() -> [String]? {
    priceNames.isEmpty || dice.chance(0.5) ? nil : dice.some(of: priceNames)
  }

  private static func event(_ dice: inout SplitMix64) throws -> Event {
    let horizon = dice.whole(1...40)
    let lines = (1...dice.whole(1...3)).map { number in
      let level = dice.pick([0.0, 16, 96, 100, 1_000, 1_200])
      let isSteady = dice.chance(0.6)
      let baseline = (0..<horizon).map { _ in isSteady ? level : level * dice.pick([1, 1.25, 0.5]) }
      return ServiceLine(id: "s\(number)", name: "", unit: "unit", baseline: baseline)
    }
    let metrics = [
      Metric(id: "m1", name: "", link: .logit, decimals: dice.pick([1, 2], 0.4)),
      Metric(id: "m2", name: "", link: .log, better: .lower, decimals: dice.pick([0, 1], 0.4)),
      Metric(id: "m3", name: "", link: .identity, decimals: dice.pick([0, 1], 0.4)),
    ]
    let indices = Array(["i1", "i2"].prefix(dice.whole(0...2)))
    guard let month = CalendarMonth(year: 2027, month: dice.whole(1...12)) else {
      throw NoSuchMonth()
    }
    return Event(
      id: "random", title: "Random", currency: "EUR", firstMonth: month, horizon: horizon,
      serviceLines: lines, metrics: Array(metrics.prefix(dice.whole(1...3))), indices: indices,
      startLevels: indices.map { _ in dice.pick([1, 1, 1.35]) },
      discounting: Discounting(rate: dice.pick([0, 0.08])))
  }

  private struct NoSuchMonth: Error {}

  private static func path(of event: Event, _ dice: inout SplitMix64) -> GivenPath {
    var path = GivenPath(volumes: [:], attainments: [:], indices: [:], leavingPays: [])
    for line in event.serviceLines {
      path.volumes[line.id] = line.baseline.map { volume(around: $0, &dice) }
    }
    for metric in event.metrics {
      let isCalm = dice.chance(0.3)
      let usual = attainment(of: metric, &dice)
      path.attainments[metric.id] = (0..<event.horizon).map { _ in
        if dice.chance(0.08) { return .nan }
        return isCalm && dice.chance(0.8) ? usual : attainment(of: metric, &dice)
      }
    }
    for (index, start) in zip(event.indices, event.startLevels) {
      var level = start
      path.indices[index] = (0..<event.horizon).map { _ in
        level *= dice.pick([1, 1, 1.02, 0.97, 1.1, 0.98 + 0.05 * dice.uniform()])
        return level
      }
    }
    path.leavingPays = (0..<event.horizon).map { _ in dice.chance(0.5) }
    return path
  }

  private static func volume(around baseline: Double, _ dice: inout SplitMix64) -> Double {
    let factors = [0, 0.5, 0.75, 0.875, 0.9, 0.95, 1, 1, 1, 1.05, 1.1, 1.125, 1.25, 1.5, 2]
    let factor = dice.chance(0.25) ? 2 * dice.uniform() : dice.pick(factors)
    return baseline == 0 && dice.chance(0.3) ? 10 : baseline * factor
  }

  /// An attainment or target of a metric, mostly on a coarse grid.
  static func attainment(of metric: Metric, _ dice: inout SplitMix64) -> Double {
    let isFine = dice.chance(0.2)
    switch metric.link {
    case .logit:
      return isFine
        ? 0.7 + 0.3 * dice.uniform()
        : Double(dice.pick([700, 750, 795, 800, 850, 900, 950])) / 1_000
    case .log:
      return isFine ? 5 + 30 * dice.uniform() : dice.pick([9.5, 10, 15, 20, 24.5, 25, 30])
    case .identity:
      return isFine ? 5 * dice.uniform() : dice.pick([2, 2.5, 3, 3.5, 4, 4.5])
    }
  }
}
