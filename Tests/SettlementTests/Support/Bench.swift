import Contracts
import Futures
import Quantities
import Rows
import Settlement
import TestKit
import Testing

/// A small event, one given future of it, and contracts to settle there.
///
/// A series goes on with its last value to the end of the horizon.
struct Bench {
  /// The months of the horizon.
  var months = 1

  /// The volumes by service line.
  var volumes = ["calls": [100.0]]

  /// The event's baseline volumes, where they are not the volumes.
  var baseline: [String: [Double]] = [:]

  /// The metrics of the event.
  var metrics = [Metric(id: "answered", name: "Answered in time", link: .logit)]

  /// The attainments by metric; without any, every level is met.
  var attainments: [String: [Double]] = [:]

  /// The levels of the indices.
  var indices: [String: [Double]] = [:]

  /// Their levels before month 1, where they are not 1.
  var startLevels: [String: Double] = [:]

  /// How cash is brought to the valuation date: not at all.
  var discounting = Discounting(rate: 0)

  /// For each month, whether leaving is expected to be cheaper.
  var leavingPays: [Bool] = []

  /// The event.
  func event() throws -> Event {
    Event(
      id: "bench", title: "Bench", currency: "EUR",
      firstMonth: try #require(CalendarMonth(year: 2027, month: 4)), horizon: months,
      serviceLines: volumes.keys.sorted().map { line in
        ServiceLine(
          id: line, name: line, unit: "unit",
          baseline: filled(baseline[line] ?? volumes[line] ?? []))
      },
      metrics: metrics, indices: indices.keys.sorted(),
      startLevels: indices.keys.sorted().map { startLevels[$0] ?? 1 }, discounting: discounting)
  }

  /// The contract of `clauses`, bound to the event.
  func resolved(_ clauses: [Contract.Named]) throws -> ResolvedContract {
    let contract = Contract(id: "bid", clauses: clauses)
    var resolved = try contract.resolved(in: try event(), metrics: metrics.map(\.id))
    resolved.leavingPays = leavingPays
    return resolved
  }

  /// Settles the contract of `clauses`.
  func settle(_ clauses: KeyValuePairs<String, Clause>) throws -> Settled {
    try settle(clauses.map { Contract.Named($0.key, $0.value) })
  }

  /// Settles the contract of `clauses` with both sinks, whose totals have the same bits, and
  /// works every amount out anew from what the ledger prints.
  func settle(_ clauses: [Contract.Named]) throws -> Settled {
    let contract = try resolved(clauses)
    let ledger = Ledger()
    settle(contract, into: ledger)
    let arena = Arena()
    let totals = Totals(for: contract, in: arena)
    settle(contract, into: totals)
    expectWorkings(of: ledger, in: contract)
    expectSameTotals(ledger, totals, lane: 0, in: contract)
    return Settled(contract: contract, ledger: ledger, totals: totals)
  }

  private func settle(_ contract: ResolvedContract, into sink: any Sink) {
    let arena = Arena()
    let world = World(
      volumes: inOrder(volumes), indices: inOrder(indices), horizon: months, in: arena)
    contract.settle(in: world, along: path(of: contract, in: arena), into: sink, arena: arena)
  }

  private func path(of contract: ResolvedContract, in arena: Arena) -> ProviderPath {
    let uniforms = contract.uniforms.count
    if attainments.isEmpty {
      return ProviderPath(meetingAll: metrics.count, uniforms: uniforms, arena: arena)
    }
    let given = metrics.map { filled(attainments[$0.id] ?? [.nan]) }
    return ProviderPath(given: given, uniforms: uniforms, arena: arena)
  }

  private func inOrder(_ series: [String: [Double]]) -> [[Double]] {
    series.keys.sorted().map { filled(series[$0] ?? []) }
  }

  private func filled(_ series: [Double]) -> [Double] {
    (0..<months).map { $0 < series.count ? series[$0] : series.last ?? 0 }
  }
}
