import Contracts
import Decision
import Loading
public import Reporting
import Simulation

extension Laboratory {
  /// What a little more of each of `terms` is worth to the buyer in the bids that it means.
  ///
  /// - Parameters:
  ///   - terms: Paths of numbers, each with a step behind a colon where another than the usual one is
  ///     asked for: `bids/*/credits/at_risk:0.5%`.
  ///   - threads: How many tasks simulate.
  ///   - progress: Is told how many of ``futures(ofTerms:)`` are done.
  /// - Returns: The report.
  /// - Throws: ``WhatIfError`` with every fault.
  public func exchange(
    _ terms: [String], threads: Int = 2,
    progress: @escaping @Sendable (Int) -> Void = { _ in }
  ) async throws -> ExchangeReport {
    let moves = try moves(of: terms)
    let pool = VariantPool(self, threads: threads, progress: progress)
    let reference = Variation(options, dossier.assumptions)
    let variations = try variations(
      moves.flatMap { [$0.cell(isHigh: false), $0.cell(isHigh: true)] })
    await pool.prepare([reference] + variations)
    let asWritten = await pool.next()
    var worths: [TermWorth] = []
    var missing: [(path: String, bid: String)] = []
    for move in moves {
      let (low, high) = (await pool.next(), await pool.next())
      for (place, option) in options.enumerated() where place != baseline {
        let id = option.bid.id
        guard let (value, ends) = move.values[id] else {
          if move.lacks.contains(id) { missing.append((move.path, id)) }
          continue
        }
        worths.append(
          TermWorth(
            of: move.path, in: id, value, from: ends, low: low.outcomes[place],
            high: high.outcomes[place], price: asWritten.outcomes[place].price,
            first: worths.first { $0.bid == id }))
      }
    }
    return ExchangeReport(
      dossier.event, worths, missing: missing, paths: moves.map(\.path), provenance)
  }

  /// The futures that ``exchange(_:threads:progress:)`` tells of.
  public func futures(ofTerms terms: [String]) -> Int { futures * (2 * terms.count + 1) }

  /// One term, moved a step down and up in each bid that it means.
  private struct Move {
    var path: String
    var values: [String: (value: WrittenNumber, ends: (low: WrittenNumber, high: WrittenNumber))]
    var lacks: [String]

    /// The overrides that move the term.
    func cell(isHigh: Bool) -> Overridden {
      let isDraft = termOf(path: path)?.option == nil
      var overrides: [String: String] = [:]
      for (id, (_, ends)) in values {
        let text = (isHigh ? ends.high : ends.low).text
        guard !isDraft, let term = termOf(path: path)?.term else {
          overrides[path] = text
          continue
        }
        overrides["bids/\(id)/terms/\(term)"] = text
      }
      return Overridden(
        label: "\(shortTermPath(path)) a step \(isHigh ? "up" : "down")", overrides: overrides)
    }
  }

  /// The moves that are asked for.
  private func moves(of terms: [String]) throws -> [Move] {
    var faults: [WhatIfError.Fault] = []
    var moves: [Move] = []
    for typed in terms {
      let parts = typed.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      let path = fullTermPath(String(parts[0]))
      if let fault = fault(ofPath: path, typed: typed) ?? faultOfBaseline(path, typed) {
        faults.append(fault)
        continue
      }
      if moves.contains(where: { $0.path == path }) { faults.append(.repeated(path: typed)) }
      do {
        moves.append(
          try move(path, String(parts[0]), step: parts.count == 2 ? String(parts[1]) : nil))
      } catch let error as WhatIfError {
        faults += error.faults
      }
    }
    guard faults.isEmpty else { throw WhatIfError(faults) }
    return moves
  }

  private func move(_ path: String, _ typed: String, step: String?) throws -> Move {
    let ids = dossier.bids.map(\.id)
    let (found, lacks) = try numbers(at: path, typed: typed, of: ids)
    var values: [String: (WrittenNumber, (low: WrittenNumber, high: WrittenNumber))] = [:]
    for (bid, number) in found {
      let length = step.map { WrittenNumber($0) } ?? TermWorth.usualStep(of: number)
      guard let length, length.unit == number.unit,
        let ends = TermWorth.ends(of: number, step: length)
      else {
        throw WhatIfError([.unit(path: typed, text: step ?? "", term: number.text)])
      }
      // The draft's term is that of every bid that does not state its own.
      for id in bid.map({ [$0] }) ?? ids { values[id] = (number, ends) }
    }
    return Move(path: path, values: values, lacks: lacks)
  }

  /// The numbers at a full path in the bids that it means, of `all`, and which of them state none.
  ///
  /// - Throws: ``WhatIfError`` where none states a number there, or the one that is named does not.
  func numbers(
    at path: String, typed: String, of all: [String]
  ) throws -> (found: [(bid: String?, number: WrittenNumber)], lacks: [String]) {
    guard let (option, term) = termOf(path: path) else { throw WhatIfError([.path(typed)]) }
    let written = try writtenTerms(at: folder)
    let meant: [String?] = option == "*" ? all.map { $0 } : [option]
    var found: [(bid: String?, number: WrittenNumber)] = []
    var lacks: [String] = []
    for bid in meant {
      if let number = written.text(at: term, of: bid).flatMap({ WrittenNumber($0) }) {
        found.append((bid, number))
      } else if let bid {
        lacks.append(bid)
      }
    }
    guard found.isEmpty else { return (found, lacks) }
    let first = meant.first ?? nil
    throw WhatIfError([
      .noNumber(
        path: typed, option: option == "*" ? "no bid" : option,
        found: written.text(at: term, of: first), nearest: written.nearestPath(to: term, of: first))
    ])
  }
}
