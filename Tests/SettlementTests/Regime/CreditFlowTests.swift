import Contracts
import Futures
import Quantities
import Rows
import Settlement
import TestKit
import Testing

@Suite struct CreditFlowTests {
  /// The contract with every clause and switch.
  private static func contract() throws -> ResolvedContract {
    let month = try #require(CalendarMonth(year: 2027, month: 4))
    var contract = try Contract(
      id: "bid", clauses: EveryClause.clauses(base: .lastInvoice, .always)
    ).resolved(in: Sampled.event(in: month), metrics: Sampled.metrics.map(\.id))
    contract.leavingPays = Array(repeating: true, count: Sampled.horizon)
    return contract
  }

  @Test(arguments: [CreditFlow.Value.present, .nominal])
  func the_steps_add_up_to_what_is_paid_in_every_future(_ value: CreditFlow.Value) throws {
    let contract = try Self.contract()
    let flow = CreditFlow(for: contract, in: value, byLevel: true, arena: Arena())
    flow.begin()
    Sampled.settle(contract, at: Draws(seed: 11), into: flow)
    let totals = Sampled.totals(of: contract, at: Draws(seed: 11))
    let credits = value == .present ? totals.credits : totals.nominalCredits
    for lane in 0..<Lanes.count {
      let sum = flow.steps.reduce(0) { $0 + $1[lane] }
      #expect(abs(sum + credits[lane]) < 1e-6, "future \(lane)")
      let stated = flow.stated.reduce(0) { $0 + $1[lane] }
      #expect(abs(stated - flow.steps[CreditStep.stated.position][lane]) < 1e-6)
      let limited = [CreditStep.stated, .simultaneity, .monthCap, .longCap].reduce(0) {
        $0 + flow.steps[$1.position][lane]
      }
      #expect(abs(flow.afterCaps.reduce(0) { $0 + $1[lane] } - limited) < 1e-6)
    }
    for step in CreditStep.allCases {
      let row = flow.steps[step.position]
      #expect((0..<Lanes.count).contains { row[$0] != 0 }, "no future has \(step)")
    }
  }

  @Test func every_credit_line_is_of_a_step_and_no_other_is() throws {
    let contract = try Self.contract()
    #expect(contract.creditSteps.count == contract.lines.count)
    for (line, step) in zip(contract.lines, contract.creditSteps) {
      #expect((step != nil) == line.kind.isCredit, "\(line.title)")
      #expect((step == .bonus) == (line.kind == .bonus))
    }
  }

  @Test func a_level_beyond_the_last_one_is_none() throws {
    let contract = try Self.contract()
    #expect(contract.serviceLevel(at: contract.levels.count) == nil)
    #expect(contract.serviceLevel(at: 0) != nil)
  }

  // Defaults of the levels are those that totals count; each is judged in at least as many months.
  @Test func defaults_are_those_that_totals_count() throws {
    let contract = try Self.contract()
    let flow = CreditFlow(for: contract, in: .nominal, byLevel: true, arena: Arena())
    flow.begin()
    Sampled.settle(contract, at: Draws(seed: 4), into: flow)
    let totals = Sampled.totals(of: contract, at: Draws(seed: 4))
    for level in contract.levels.indices {
      for lane in 0..<Lanes.count {
        #expect(flow.defaults[level][lane] == Double(totals.defaults[level][lane]))
        #expect(flow.judged[level][lane] >= flow.defaults[level][lane])
      }
    }
  }
}

/// One default more, in a single given future.
@Suite struct FurtherDefaultTests {
  private static func flow(
    _ clauses: [Contract.Named], answered: [Double], adding further: FurtherDefault?
  ) throws -> CreditFlow {
    let bench = Bench(months: 3)
    let contract = try bench.resolved(clauses)
    let arena = Arena()
    let world = World(
      volumes: [[100, 100, 100]], indices: [], horizon: 3, in: arena)
    let path = ProviderPath(given: [answered], uniforms: 0, arena: arena)
    let desk = Desk(contract, world: world, path: path, arena: arena)
    let flow = CreditFlow(for: contract, in: .nominal, byLevel: true, arena: arena)
    flow.begin()
    if let further {
      desk.settle(into: flow, adding: further)
    } else {
      desk.settle(into: flow)
    }
    return flow
  }

  private static let fee: [Contract.Named] = [
    .init("fee", .fixedFee(FixedFee(amount: 1000))),
    .init(
      "answer", .serviceLevel(ServiceLevel(metric: "answered", target: 0.8, comparison: .atLeast))),
  ]

  @Test func a_default_more_is_credited_once() throws {
    let clauses =
      Self.fee + [
        .init("credit", .fixedCredit(FixedCredit(level: "answer", share: 0.05)))
      ]
    let attained = [0.9, 0.7, 0.9]
    #expect(try Self.flow(clauses, answered: attained, adding: nil).steps[0][0] == 50)
    for (month, stated) in [(1, 100.0), (2, 50), (3, 100)] {
      let more = FurtherDefault(of: 0, in: month)
      #expect(try Self.flow(clauses, answered: attained, adding: more).steps[0][0] == stated)
    }
  }

  // Month 1 makes month 2 the second default in a row, which weighs twice.
  @Test func a_default_more_makes_runs_longer() throws {
    let clauses =
      Self.fee + [
        .init("credit", .fixedCredit(FixedCredit(level: "answer", share: 0.05))),
        .init("repeat", .repeatMultiplier(RepeatMultiplier(run: 2, multiplier: 2))),
      ]
    let more = FurtherDefault(of: 0, in: 1)
    let flow = try Self.flow(clauses, answered: [0.9, 0.7, 0.9], adding: more)
    #expect(flow.steps[0][0] == 50 + 100)
  }

  // 0.79 is a point below 0.8, and 2 % a point of 1,000 is 20; a worse attainment stays: 5 points.
  @Test(arguments: [(0.9, 20.0), (0.75, 100.0), (Double.nan, 20.0)])
  func credits_of_attainment_see_a_point_below_the_target(
    attained: Double, credit: Double
  ) throws {
    let clauses =
      Self.fee + [
        .init("credit", .linearCredit(LinearCredit(level: "answer", from: 0.8, perPoint: 0.02)))
      ]
    let more = FurtherDefault(of: 0, in: 2)
    let flow = try Self.flow(clauses, answered: [0.9, attained, 0.9], adding: more)
    #expect(abs(flow.steps[0][0] - credit) < 1e-9)
  }

  // Nothing is left of it in a settlement that adds none.
  @Test func a_desk_forgets_the_default_more() throws {
    let contract = try Bench(months: 3).resolved(
      Self.fee + [.init("credit", .fixedCredit(FixedCredit(level: "answer", share: 0.05)))])
    let arena = Arena()
    let world = World(volumes: [[100, 100, 100]], indices: [], horizon: 3, in: arena)
    let path = ProviderPath(given: [[0.9, 0.9, 0.9]], uniforms: 0, arena: arena)
    let desk = Desk(contract, world: world, path: path, arena: arena)
    let flow = CreditFlow(for: contract, in: .nominal, byLevel: false, arena: arena)
    flow.begin()
    desk.settle(into: flow, adding: FurtherDefault(of: 0, in: 2))
    #expect(flow.steps[0][0] == 50)
    flow.begin()
    desk.settle(into: flow)
    #expect(flow.steps[0][0] == 0)
  }
}
