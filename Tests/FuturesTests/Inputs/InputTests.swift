import Futures
import Testing

@Suite struct InputTests {
  @Test func inputs_are_what_is_left_to_chance_with_parts_and_groups_where_there_are_several() {
    #expect(
      UncertainMarket.inputs.map(\.name) == [
        "demand", "demand/voice", "demand/voice/growth", "demand/voice/events",
        "demand/voice/movement", "demand/chat", "indices/wages", "service", "service/north",
        "service/north/coefficients", "service/north/movement", "service/south", "common",
        "delay/north", "hidden/north",
      ])
  }

  @Test func the_parts_of_an_input_have_its_drivers_and_share_none() {
    let inputs = UncertainMarket.inputs
    for whole in inputs where whole.level == .single {
      let parts = inputs.filter { $0.level == .part && $0.name.hasPrefix("\(whole.name)/") }
      guard !parts.isEmpty else { continue }
      #expect(parts.count > 1)
      #expect(parts.flatMap(\.drivers).sorted() == whole.drivers.sorted())
      #expect(Set(whole.drivers).count == whole.drivers.count)
    }
  }

  @Test func singles_share_no_driver_and_leave_out_only_what_never_varies() {
    let singles = UncertainMarket.inputs.filter { $0.level == .single }.flatMap(\.drivers)
    #expect(Set(singles).count == singles.count)
    let known = Set(UncertainMarket.assumptions.driverNames)
    let uniforms: Set = ["hidden/north/site", "delay/north/late"]
    #expect(Set(singles).isSubset(of: known.union(uniforms).union(["demand/chat/growth"])))
    for name in ["demand/voice", "demand/voice/step/3", "performance/north/speed/level"] {
      #expect(singles.contains(name))
    }
  }

  @Test func a_providers_inputs_touch_its_own_option_alone() throws {
    #expect(try #require(UncertainMarket.input("service/north")).options == ["north"])
    #expect(try #require(UncertainMarket.input("hidden/north")).options == ["north"])
    #expect(try #require(UncertainMarket.input("common")).options == ["north"])
    #expect(try #require(UncertainMarket.input("demand/voice")).options == nil)
  }

  @Test func nothing_uncertain_is_no_input() {
    let calm = DemandDriver(serviceLine: "voice", forecast: level(9))
    #expect(demandOnly([calm], horizon: 9).inputs(of: []).isEmpty)
  }

  @Test func what_is_redrawn_comes_from_the_other_repetition_and_nothing_else_moves() throws {
    let assumptions = UncertainMarket.assumptions
    let sampled = { (replicate: UInt32, redrawn: Redrawn?) in
      Sampled(
        assumptions, options: ["north", "south"], seed: 5, futures: 1_024, replicate: replicate,
        redrawn: redrawn)
    }
    let (own, other) = (sampled(0, nil), sampled(2, nil))
    let voice = try #require(UncertainMarket.input("demand/voice"))
    let mixed = sampled(0, Redrawn(voice.drivers, from: 2))
    #expect(mixed.volumes[0] == other.volumes[0] && mixed.volumes[0] != own.volumes[0])
    #expect(mixed.volumes[1] == own.volumes[1] && mixed.indices == own.indices)
    #expect(mixed.attainments[1] == own.attainments[1])
    let everything = UncertainMarket.inputs.flatMap(\.drivers)
    let all = sampled(0, Redrawn(everything, from: 2))
    #expect(all.volumes == other.volumes && all.indices == other.indices)
    #expect(all.attainments == other.attainments)
  }

  @Test func nothing_redrawn_is_what_was() {
    let assumptions = UncertainMarket.assumptions
    let plain = Sampled(assumptions, options: ["north"], seed: 5, futures: 512)
    let same = Sampled(
      assumptions, options: ["north"], seed: 5, futures: 512, redrawn: Redrawn([], from: 2))
    #expect(same.volumes == plain.volumes && same.attainments == plain.attainments)
  }
}
