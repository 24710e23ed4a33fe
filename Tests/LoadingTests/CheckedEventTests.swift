import Contracts
import Testing

@testable import Loading

@Suite struct CheckedEventTests {
  private func checked(_ fixture: EventFixture) throws -> CheckedEvent {
    try fixture.written { folder in try checkEvent(at: folder) }
  }

  @Test func an_event_without_faults_is_read_whole() throws {
    let checked = try checked(EventFixture())
    #expect(checked.faults == [])
    #expect(checked.options == ["alpha"])
    #expect(checked.dossier?.bids.map(\.id) == ["alpha"])
  }

  @Test func a_pool_that_is_allotted_in_part_is_noted_for_checks_alone() throws {
    let note = LoadingNote.poolUnderAllocated(file: "event.yaml", pool: "calls", share: 0.5)
    #expect(try checked(EventFixture()).notes.contains(note))
    #expect(try !EventFixture().load().notes.contains(note))
    let whole = EventFixture().replacing("share: 50%}", with: "share: 100%}")
    #expect(try !checked(whole).notes.contains { $0.isForCheckAlone })
  }

  @Test func a_fault_of_the_event_leaves_nothing_to_compare() throws {
    let checked = try checked(EventFixture().replacing("term: 24 months", with: "term: 0"))
    #expect(checked.faults.map(\.option) == [nil])
    #expect(checked.dossier == nil)
  }

  @Test func a_fault_of_one_bid_leaves_the_others() throws {
    var fixture = EventFixture()
    fixture.files["bids/beta/1/bid.yaml"] = "name: Beta\nterms: {payment: {lag: soon}}\n"
    fixture.files["bids/beta/1/prices.csv"] = EventFixture.prices
    fixture = fixture.replacing(
      "    peers:\n", with: "    beta:\n      speed: {level: 80%, spread: 0.3}\n    peers:\n")
    let checked = try checked(fixture)
    #expect(checked.faults.map(\.file) == ["bids/beta/1/bid.yaml"])
    #expect(checked.faults.map(\.option) == ["beta"])
    #expect(checked.options == ["alpha", "beta"])
    #expect(checked.dossier?.bids.map(\.id) == ["alpha"])
  }

  @Test func notes_and_faults_belong_to_the_option_in_whose_files_they_are() {
    #expect(Fault.option(of: "bids/alpha/1/bid.yaml") == "alpha")
    #expect(Fault.option(of: "bids/alpha") == "alpha")
    #expect(Fault.option(of: "baseline/prices.csv") == "baseline")
    #expect(Fault.option(of: "event.yaml") == nil)
    #expect(Fault.option(of: "bids") == nil)
    let note = LoadingNote.poolOverAllocated(file: "bids/beta/2/bid.yaml", pool: "p", share: 2)
    #expect(note.option == "beta")
    #expect(LoadingNote.certainDemand(serviceLines: ["a"]).option == nil)
  }

  @Test func how_a_metric_is_measured_is_read() throws {
    let event = EventFixture().replacing(
      "scale: time, better: lower}",
      with: "scale: time, better: lower, definition: Mean, unit: seconds, source: PBX}")
    let metrics = try event.load().event.metrics
    #expect(metrics[1].wording.parts == [.definition: "Mean", .unit: "seconds", .source: "PBX"])
    #expect(metrics[1].partsNotAgreed == [.window])
    #expect(metrics[0].partsNotAgreed == [.definition, .window, .source])
  }

  @Test func what_is_said_of_a_metric_is_text() throws {
    try FaultCase(
      "decimals: 1}", "decimals: 1, window: [1, 2]}",
      "event.yaml:11:70: metrics/speed/window: expected text, found a list of 2"
    ).check()
  }

  @Test func a_folder_that_is_not_there_is_no_event_with_faults() {
    #expect(throws: LoadingError.self) { try checkEvent(at: "/nowhere") }
  }
}
