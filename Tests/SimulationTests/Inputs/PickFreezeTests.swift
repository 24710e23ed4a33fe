import Contracts
import Futures
import Simulation
import Testing

@Suite struct PickFreezeTests {
  /// Two bids, of which one has a hidden cost and the other a loss from poor service.
  private static func experiment(futures: Int = 1_300) throws -> Experiment {
    var market = Market(demand: [.lognormal(), .lognormal("chat", spread: 0.2)])
    market.metrics = [.score("quality")]
    let one = try market.option(
      "one",
      clauses: [
        "calls": .unitPrice(UnitPrice(serviceLine: "voice", price: 1)),
        "site": .hiddenCost(HiddenCost(probability: 0.3, amount: 50)),
      ])
    let other = try market.option(
      "other", metrics: [.score("quality")],
      clauses: [
        "chats": .unitPrice(UnitPrice(serviceLine: "chat", price: 1)),
        "harm": .poorServiceLoss(
          PoorServiceLoss(metric: "quality", need: 0, lossPerPoint: 100)),
      ])
    return market.experiment([one, other], basis: .beforeCredits, futures: futures, seed: 4)
  }

  private static func place(_ name: String, in list: InputList) throws -> Int {
    try #require(list.inputs.firstIndex { $0.name == name })
  }

  @Test func inputs_of_an_experiment_are_those_of_its_bids() throws {
    let names = try Self.experiment().inputs.inputs.map(\.name)
    #expect(names == ["demand", "demand/voice", "demand/chat", "service/other", "hidden/one"])
  }

  @Test func the_first_futures_are_the_experiments_own() async throws {
    let experiment = try Self.experiment()
    let design = experiment.pickFreeze(experiment.inputs, futures: 1_300, threads: 2)
    let sample = await experiment.run(threads: 1).sample
    #expect(design.first == sample.before)
    #expect(zip(design.first, design.second).allSatisfy { $0 != $1 })
  }

  @Test func only_what_an_input_touches_changes() throws {
    let experiment = try Self.experiment()
    let list = experiment.inputs
    let design = experiment.pickFreeze(list, futures: 600, threads: 1)
    let redrawn = { (name: String) in design.redrawn[try Self.place(name, in: list)] }
    // The demand of voice is all that one bid has of demand, and none of what the other has.
    let voice = try redrawn("demand/voice")
    #expect(voice[0] != design.first[0] && voice[1] == design.first[1])
    let service = try redrawn("service/other")
    #expect(service[0] == nil && service[1] != design.first[1])
    let hidden = try redrawn("hidden/one")
    #expect(hidden[1] == nil)
    // Twelve months of 50 arise, vanish or stay.
    let changes = zip(try #require(hidden[0]), design.first[0]).map { ($0 - $1).rounded() }
    #expect(Set(changes) == [-600, 0, 600])
    #expect(design.costs(redrawing: try Self.place("hidden/one", in: list))[1] == design.first[1])
  }

  @Test func drawing_all_inputs_of_a_bid_anew_gives_the_other_futures() throws {
    let experiment = try Self.experiment()
    let list = experiment.inputs.inputs
    let merged = Input(
      subject: .allDemand, drivers: list.flatMap(\.drivers), options: nil)
    let design = experiment.pickFreeze(InputList(inputs: [merged]), futures: 600, threads: 1)
    #expect(design.redrawn[0] == design.second)
  }

  @Test func threads_change_no_bit() throws {
    let experiment = try Self.experiment()
    let list = experiment.inputs
    let designs = [1, 3].map { experiment.pickFreeze(list, futures: 1_300, threads: $0) }
    #expect(designs[0].first == designs[1].first && designs[0].second == designs[1].second)
    #expect(designs[0].redrawn == designs[1].redrawn)
    let samples = [1, 3].map { experiment.sample(of: list, futures: 1_300, threads: $0) }
    #expect(samples[0].values == samples[1].values)
    #expect(samples[0].quantities == samples[1].quantities)
  }

  @Test func a_hidden_cost_arises_where_its_uniform_is_low() throws {
    let experiment = try Self.experiment()
    let list = experiment.inputs
    let place = try Self.place("hidden/one", in: list)
    let uniforms = experiment.sample(of: list, futures: 600, threads: 1).values[place][0]
    let design = experiment.pickFreeze(list, futures: 600, threads: 1)
    let changed = try #require(design.redrawn[place][0])
    for future in 0..<600 where changed[future] != design.first[0][future] {
      let arises = design.first[0][future] > changed[future]
      #expect(arises == (uniforms[future] < 0.3))
    }
  }
}
