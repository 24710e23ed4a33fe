import Quantities
import Testing

@testable import Futures

@Suite struct DriverNameTests {
  /// Test vectors of Fowler, Noll and Vo (http://www.isthe.com/chongo/src/fnv/test_fnv.c).
  @Test(arguments: [("", 0x811c_9dc5), ("a", 0xe40c_292c), ("foobar", 0xbf9c_f968)])
  func names_are_hashed_by_fnv_1a(name: String, hash: UInt32) {
    #expect(driverHash(name) == hash)
  }

  @Test(arguments: [
    ("costarring", "liquid"), ("demand/besemedo", "demand/divovule"),
    ("demand/bosivusi", "demand/dososinu"),
  ])
  func two_names_with_one_hash_are_found(one: String, other: String) {
    #expect(driverHash(one) == driverHash(other))
    let collisions = collidingDrivers(among: ["demand/voice", one, "index/wages", other])
    #expect(collisions.map { [$0.0, $0.1] } == [[one, other]])
  }

  @Test func a_name_does_not_collide_with_itself() {
    #expect(collidingDrivers(among: ["demand/voice", "demand/voice"]).isEmpty)
  }

  @Test func service_lines_whose_random_numbers_would_be_the_same_are_found() {
    let drivers = ["besemedo", "divovule"].map { DemandDriver(serviceLine: $0, forecast: [1]) }
    let names = Assumptions(horizon: 1, demand: drivers).driverNames
    let collisions = collidingDrivers(among: names)
    // FNV-1a goes on from equal hashes alike, so every coefficient of the two collides as well.
    #expect(collisions.contains { $0.0 == "demand/besemedo" && $0.1 == "demand/divovule" })
    #expect(collisions.count == names.count / 2)
  }

  @Test func every_driver_has_a_name_of_its_own() {
    let metric = PerformanceDriver(
      metric: "answer", link: .logit, level: Parameter(0), spread: Parameter(1, scale: .log),
      demandLinks: ["voice": Parameter(1)], commonShare: 0.5)
    let demand = DemandDriver(
      serviceLine: "voice", forecast: [1], steps: [.init(month: 1, size: 0.1)])
    let index = IndexDriver(
      id: "wages", law: .geometric(drift: 0, spread: Parameter(0.1, scale: .log)))
    let assumptions = Assumptions(
      horizon: 1, demand: [demand], indices: [index],
      performance: [
        "north": Performance(metrics: [metric]), "south": Performance(metrics: [metric]),
      ])
    let names = assumptions.driverNames
    #expect(Set(names).count == names.count)
    #expect(collidingDrivers(among: names).isEmpty)
    let expected = [
      "demand/voice", "demand/voice/persistence", "demand/voice/spread", "demand/voice/growth",
      "demand/voice/start", "demand/voice/shock/arrival", "demand/voice/shock/jump",
      "demand/voice/step/1", "index/wages", "index/wages/spread", "common/answer",
      "performance/north/answer/level", "performance/south/answer/demand/voice",
    ]
    #expect(Set(expected).subtracting(names).isEmpty)
  }
}
