import Contracts
import Futures
import Quantities
import Rows
import Settlement

/// Prints a hash over the bits of one small sampled settlement by each available instruction set.
///
/// They stand in one line and must be equal, or it ends in an error. `make smoke` runs it as built
/// for debugging and for release: both must print the same.
@main struct SameBits {
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

  static func main() throws {
    guard let month = CalendarMonth(year: 2027, month: 1) else { return }
    let event = Event(
      id: "smoke", title: "Smoke", currency: "EUR", firstMonth: month,
      horizon: horizon,
      serviceLines: [
        ServiceLine(
          id: "calls", name: "Calls", unit: "call",
          baseline: Array(repeating: 1_000, count: horizon))
      ],
      metrics: [Metric(id: "answered", name: "Answered", link: .logit)], indices: ["cpi"],
      discounting: Discounting(rate: 0.08))
    let resolved = try contract.resolved(in: event, metrics: ["answered"])
    let hashes = InstructionSet.available.map { hash(settling: resolved, by: $0) }
    let results = zip(InstructionSet.available, hashes)
    print(results.map { "\($0.rawValue) \(String($1, radix: 16))" }.joined(separator: ", "))
    guard Set(hashes).count == 1 else { throw Difference.betweenInstructionSets }
  }

  /// What must not be.
  private enum Difference: Error {
    case betweenInstructionSets
  }

  private static func hash(settling contract: ResolvedContract, by set: InstructionSet) -> UInt64 {
    set.use()
    let totals = settled(contract)
    precondition(totals.credits.minimum() < 0, "the settlement exercises credits")
    return hash(of: totals)
  }

  private static func settled(_ contract: ResolvedContract) -> Totals {
    let arena = Arena()
    let world = World(for: assumptions, in: arena)
    let draws = Draws(seed: 2_027)
    WorldSampler(assumptions, filling: world, in: arena).fill(at: draws)
    let path = ProviderPath(
      sampling: assumptions.performance["bid"] ?? Performance(metrics: []), of: "bid",
      in: world, assumptions: assumptions, uniforms: [], arena: arena)
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
