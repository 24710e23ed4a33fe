import Contracts
import Futures
import Quantities
import Rows
import Settlement
import Testing

/// One small sampled settlement has the same bits in debug and in release.
@Suite struct DebugSmokeTests {
  private static let horizon = 6

  private static let assumptions = Assumptions(
    horizon: horizon,
    demand: [
      DemandDriver(
        serviceLine: "calls", forecast: Array(repeating: 1_000, count: horizon),
        persistence: Parameter(0.5, scale: .atanh), spread: Parameter(0.2, error: 0.1, scale: .log))
    ],
    indices: [
      IndexDriver(id: "cpi", law: .geometric(drift: 0.02, spread: Parameter(0.05, scale: .log)))
    ],
    performance: [
      "bid": Performance(metrics: [
        PerformanceDriver(
          metric: "answered", link: .logit, level: Parameter(1.4),
          spread: Parameter(0.5, scale: .log), demandLinks: ["calls": Parameter(-1)])
      ])
    ])

  private static let contract = Contract(
    id: "bid",
    clauses: [
      .init("cola", .indexation(Indexation(index: "cpi", share: 0.7, firstMonth: 2, interval: 2))),
      .init("price", .unitPrice(UnitPrice(serviceLine: "calls", price: 1.3, indexation: "cola"))),
      .init("band", .volumeBand(VolumeBand(serviceLine: "calls", deadband: 0.1, arc: 1, rrc: 0.5))),
      .init(
        "answer",
        .serviceLevel(ServiceLevel(metric: "answered", target: 0.8, comparison: .atLeast))),
      .init("repeat", .repeatMultiplier(RepeatMultiplier(run: 2, multiplier: 2))),
      .init("credit", .fixedCredit(FixedCredit(level: "answer", share: 0.06))),
      .init("cap", .creditCap(CreditCap(share: 0.1))),
      .init(
        "loss",
        .poorServiceLoss(PoorServiceLoss(metric: "answered", need: 0.82, lossPerPoint: 3))),
    ])

  @Test func a_settlement_has_these_bits() throws {
    let event = Event(
      id: "smoke", title: "Smoke", currency: "EUR",
      firstMonth: try #require(CalendarMonth(year: 2027, month: 1)), horizon: Self.horizon,
      serviceLines: [
        ServiceLine(
          id: "calls", name: "Calls", unit: "call",
          baseline: Array(repeating: 1_000, count: Self.horizon))
      ],
      metrics: [Metric(id: "answered", name: "Answered", link: .logit)], indices: ["cpi"],
      discounting: Discounting(rate: 0.08))
    let totals = settled(try Self.contract.resolved(in: event, metrics: ["answered"]))
    #expect(totals.credits.minimum() < 0)
    #expect(Self.hash(of: totals) == 0xC755_6340_8A4C_FF2E)
  }

  private func settled(_ contract: ResolvedContract) -> Totals {
    let arena = Arena()
    let world = World(for: Self.assumptions, in: arena)
    let draws = Draws(seed: 2_027)
    WorldSampler(Self.assumptions, filling: world, in: arena).fill(at: draws)
    let path = ProviderPath(
      sampling: Self.assumptions.performance["bid"] ?? Performance(metrics: []), of: "bid",
      in: world, assumptions: Self.assumptions, uniforms: [], arena: arena)
    path.begin(at: draws)
    let totals = Totals(for: contract, in: arena)
    contract.settle(in: world, along: path, into: totals, arena: arena)
    return totals
  }

  /// FNV-1a over the bytes of cost and credits, lane by lane, the lowest byte first.
  private static func hash(of totals: Totals) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for lane in 0..<Lanes.count {
      for bits in [totals.cost[lane].bitPattern, totals.credits[lane].bitPattern] {
        for byte in stride(from: UInt64(0), to: 64, by: 8) {
          hash = (hash ^ (bits >> byte & 0xFF)) &* 0x100_0000_01B3
        }
      }
    }
    return hash
  }
}
