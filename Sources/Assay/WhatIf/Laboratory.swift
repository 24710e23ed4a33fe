import Contracts
import Crew
import Decision
import Futures
public import Loading
import Reporting
import Settlement
import Simulation
import Tables

/// One event whose terms are varied, all on the same futures.
///
/// A bid whose contract no variation changes is simulated once; a cell has the bits of the event with
/// the varied terms written in its files.
public struct Laboratory: Sendable {
  /// The most futures: each of them is kept of every bid.
  public static let mostFutures = Sample.capacity

  /// The event as it is written.
  public let dossier: Dossier

  /// The number of futures.
  public let futures: Int

  /// The seed of all random numbers.
  public let seed: UInt64

  let folder: String
  let data: String?
  let options: [Option]

  /// Reads the event in `folder`.
  ///
  /// - Throws: ``LoadingError`` with every fault of every file, ``ResolutionError`` for a contract that
  ///   cannot be settled, ``WhatIfError`` for more than ``mostFutures`` futures.
  public init(
    of folder: String, data: String? = nil, futures: Int = 20_000, seed: UInt64 = 1
  ) throws {
    guard futures <= Self.mostFutures else {
      throw WhatIfError([.tooManyFutures(Self.mostFutures)])
    }
    self.folder = folder
    self.data = data
    self.futures = futures
    self.seed = seed
    dossier = try loadEvent(at: folder, data: data)
    options = try Evaluation.options(of: dossier)
    for option in options { try option.contract.requireStatedPrices() }
  }

  /// Whether anything was fitted from history.
  public var isFitted: Bool { !dossier.demandFits.isEmpty || !dossier.performanceFits.isEmpty }

  var baseline: Int? { dossier.baseline == nil ? nil : options.count - 1 }

  /// What an answer is made from.
  var provenance: Provenance {
    Provenance(
      version: assayVersion, eventDigest: dossier.digest, dataDigests: dossier.dataDigests,
      seed: seed, futures: futures)
  }

  /// Refuses a name that is no bid's.
  func fault(ofBid id: String) -> WhatIfError.Fault? {
    let known = options.map(\.bid.id)
    return known.contains(id) ? nil : .unknownBid(id, nearest: nearest(to: id, in: known))
  }

  /// Reads the event once more for each of `cells`, side by side, with its overrides.
  ///
  /// - Throws: ``WhatIfError`` with every fault, each once, and the first cell in which it is found.
  func variations(_ cells: [Overridden]) throws -> [Variation] {
    let read = cells.indices.mapSideBySide { place in
      Result { try Variation(cells[place], at: folder, data: data) }
    }
    // Faults that differ in the value that was tried are one.
    func kind(_ fault: Fault) -> Fault {
      var kind = fault
      (kind.found, kind.nearest) = ("", nil)
      return kind
    }
    var faults: [Fault: Int] = [:]
    var order: [WhatIfError.Fault] = []
    for (cell, result) in zip(cells, read) {
      do {
        _ = try result.get()
      } catch let error as LoadingError {
        for fault in error.faults {
          if faults[kind(fault)] == nil {
            order.append(.loading(fault, cell: cell.label, others: 0))
          }
          faults[kind(fault), default: 0] += 1
        }
      } catch let error as ResolutionError {
        order.append(.resolution(error, cell: cell.label))
      }
    }
    guard order.isEmpty else {
      throw WhatIfError(
        order.map { found in
          guard case .loading(let fault, let cell, _) = found else { return found }
          return .loading(fault, cell: cell, others: (faults[kind(fault)] ?? 1) - 1)
        })
    }
    return try read.map { try $0.get() }
  }
}

/// Overrides of a cell, and how it is called where something is wrong with it.
struct Overridden: Sendable {
  var label: String
  var overrides: [String: String]
}

/// The event with some terms varied.
struct Variation: Sendable {
  let options: [Option]
  let assumptions: Assumptions

  /// - Throws: `LoadingError`, `ResolutionError`.
  init(_ cell: Overridden, at folder: String, data: String?) throws {
    let dossier = try loadEvent(at: folder, data: data, overrides: cell.overrides)
    options = try Evaluation.options(of: dossier)
    for option in options { try option.contract.requireStatedPrices() }
    assumptions = dossier.assumptions
  }

  init(_ options: [Option], _ assumptions: Assumptions) {
    self.options = options
    self.assumptions = assumptions
  }
}
