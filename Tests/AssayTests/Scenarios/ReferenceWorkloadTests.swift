import Assay
import TestKit
import Testing

/// What the NumPy peer finds for one bid, with 100,000 futures of its own.
private struct PeerResult {
  var bid: String
  var mean: Double
  var quantiles: [Double: Double]
  var cvar95: Double
  var credits: Double
  var defaults: Double
  var exits: Double

  init(_ bid: String, _ figures: [Double]) {
    self.bid = bid
    mean = figures[0]
    quantiles = [0.10: figures[1], 0.50: figures[2], 0.90: figures[3]]
    cvar95 = figures[4]
    credits = figures[5]
    defaults = figures[6]
    exits = figures[7]
  }
}

@Suite struct ReferenceWorkloadTests {
  private static let folder = "scenarios/reference-workload"

  // Source: ../shared/bench/peers/np_w.py 100000 10000 f64 2 --json. Net present cost after
  // credits (mean, P10, P50, P90, CVaR95), nominal credits, defaults, share of exits.
  private static let peer: [PeerResult] = [
    PeerResult(
      "bid-0",
      [
        1_645_831.75, 1_573_467.78, 1_630_634.75, 1_744_734.63, 1_866_598.83,
        20_791.87, 20.10954, 0.12701,
      ]),
    PeerResult(
      "bid-1",
      [
        1_713_117.65, 1_651_301.08, 1_707_206.93, 1_772_541.86, 1_883_480.97,
        26_134.12, 21.18897, 0.04296,
      ]),
    PeerResult(
      "bid-2",
      [
        1_747_263.00, 1_674_988.27, 1_734_650.95, 1_828_202.60, 1_972_456.85,
        23_984.30, 20.48369, 0.09720,
      ]),
    PeerResult(
      "bid-3",
      [
        1_705_482.71, 1_645_001.48, 1_700_375.07, 1_764_030.75, 1_864_007.51,
        25_154.33, 21.24578, 0.03513,
      ]),
    PeerResult(
      "bid-4",
      [
        1_733_018.65, 1_667_746.13, 1_726_139.46, 1_796_347.86, 1_916_324.20,
        23_869.33, 21.03464, 0.05144,
      ]),
    PeerResult(
      "bid-5",
      [
        1_768_273.44, 1_691_383.20, 1_754_495.92, 1_861_176.84, 1_999_945.83,
        21_756.60, 20.28980, 0.11067,
      ]),
    PeerResult(
      "bid-6",
      [
        1_721_707.99, 1_658_558.07, 1_716_228.23, 1_783_102.02, 1_889_334.79,
        26_592.11, 21.17851, 0.03984,
      ]),
    PeerResult(
      "bid-7",
      [
        1_755_429.87, 1_682_383.78, 1_743_791.35, 1_832_611.16, 1_979_220.19,
        23_992.47, 20.43692, 0.08738,
      ]),
  ]

  // Both sides are estimates from as many futures, so the difference has √2 times the error.
  @Test func the_outcome_is_that_of_the_numpy_peer() async throws {
    let dossier = try loadEvent(at: Project.path(Self.folder))
    let experiment = try Evaluation(dossier, futures: 100_000).experiment
    let outcome = await experiment.run(threads: 2)
    #expect(dossier.bids.map(\.id) == Self.peer.map(\.bid))
    for (position, peer) in Self.peer.enumerated() {
      let cost = outcome.summary(of: position, .afterCredits)
      let tally = outcome.options[position]
      expect(cost.mean, peer.mean)
      for (level, quantile) in peer.quantiles { expect(cost[level], quantile) }
      expect(cost.cvar95, peer.cvar95)
      expect(tally.nominalCredits.estimate, peer.credits)
      expect(tally.allDefaults.estimate, peer.defaults)
      expect(tally.exits.estimate, peer.exits)
    }
  }

  private func expect(
    _ estimate: Estimate, _ peer: Double, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    expectClose(
      estimate.value, peer, standardError: estimate.standardError * 2.0.squareRoot(), seed: 1,
      sourceLocation: sourceLocation)
  }

  @Test func the_workload_loads_without_a_note_and_ranks_before_credits() async throws {
    let dossier = try loadEvent(at: Project.path(Self.folder))
    #expect(dossier.notes.isEmpty)
    #expect(dossier.baseline == nil)
    #expect(dossier.event.horizon == 60)
    #expect(dossier.event.serviceLines.count == 3)
    #expect(dossier.event.metrics.count == 8)
    let comparison = try await Evaluation(dossier, futures: 2_000).run()
    #expect(comparison.outcome.basis == .beforeCredits)
    #expect(comparison.findings.contains(.comparedBeforeCredits))
    #expect(comparison.ranking.rows.count == 8)
  }

  // python3 is not needed to build or to use the program.
  @Test(.enabled(if: Python.isPresent, "there is no python3"))
  func its_script_writes_the_committed_files() throws {
    let copy = try ScratchCopy(of: "\(Self.folder)/make.py")
    defer { copy.remove() }
    try Python.run(copy.path(of: "make.py"))
    let committed = Project.files(under: Self.folder, endingIn: [".yaml", ".csv"])
      .map { String($0.dropFirst(Self.folder.count + 1)) }
    #expect(copy.files(besides: "make.py") == committed)
    for file in committed {
      let committed = try ScratchCopy.bytes(at: Project.path("\(Self.folder)/\(file)"))
      let written = try copy.bytes(of: file)
      #expect(written == committed, "\(file) is not as make.py writes it")
    }
  }
}
