import Contracts
import Foundation
import Futures
import Quantities
import Shards
import Simulation
import TestKit
import Testing

/// A run of two small options, and its parts in files of a folder of their own.
struct Split {
  static let version = "1.2.3"

  let experiment: Experiment
  let folder: String

  init(futures: Int = 4_000, seed: UInt64 = 7, prices: [Double] = [3, 2]) throws {
    let event = Event(
      id: "split", title: "Split", currency: "EUR",
      firstMonth: try #require(CalendarMonth("2027-04")), horizon: 2, goLive: 1,
      serviceLines: [ServiceLine(id: "calls", name: "Calls", unit: "call", baseline: [100, 100])],
      discounting: Discounting(rate: 0.05))
    let options = try prices.enumerated().map { place, price in
      let clause = Clause.unitPrice(UnitPrice(serviceLine: "calls", price: price))
      let contract = Contract(id: "bid-\(place)", clauses: [.init("calls", clause)])
      return try Option(
        Bid(id: contract.id, name: contract.id, contract: contract), in: event,
        performance: Performance(metrics: []))
    }
    let demand = DemandDriver(
      serviceLine: "calls", forecast: [100, 100], persistence: Parameter(0.6, scale: .atanh),
      spread: Parameter(0.1, scale: .log))
    experiment = Experiment(
      options: options, assumptions: Assumptions(horizon: 2, demand: [demand]),
      basis: .beforeCredits, futures: futures, seed: seed)
    folder = FileManager.default.temporaryDirectory.path + "/shards-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  func remove() { try? FileManager.default.removeItem(atPath: folder) }

  func path(_ name: String) -> String { "\(folder)/\(name)" }

  /// What a part of this run says of itself.
  func shard(
    _ futures: Range<Int>, version: String = version, digest: String = "d",
    digests: [String: String] = ["event.yaml": "e"]
  ) -> Shard {
    Shard(
      version: version, event: "/event", data: nil, eventDigest: digest, dataDigests: digests,
      seed: experiment.seed, futures: futures)
  }

  /// Simulates `futures`, writes them to the file `name` and gives its path.
  func write(_ futures: Range<Int>, to name: String) async throws -> String {
    let outcome = await experiment.run(futures, threads: 2)
    try shard(futures).write(outcome, to: path(name))
    return path(name)
  }

  /// The outcome of the shards in `files`.
  func merged(_ files: [String]) throws -> Outcome {
    try ShardSet(files: files, version: Self.version).outcome(
      of: experiment, from: shard(0..<experiment.futures))
  }

  /// What is wrong with the shards in `files`, by the names of the files alone.
  func faults(_ files: [String]) throws -> [String] {
    do {
      _ = try merged(files)
      return []
    } catch let error as ShardError {
      return error.faults.map { $0.description.replacing(folder + "/", with: "") }
    }
  }
}
