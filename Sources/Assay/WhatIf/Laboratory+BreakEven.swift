import Contracts
import Decision
import Loading
public import Reporting
import Simulation

extension Laboratory {
  /// The futures of the longest search for one root, of which most take a fifth.
  public var futuresOfBreakEven: Int { futures * (RootSearch.points + 30) }

  /// The values of the term at `path` at which the mean cost of `bid` equals `other`, on both bases.
  ///
  /// - Parameters:
  ///   - path: The term, a number.
  ///   - bid: The bid.
  ///   - other: What its cost is to equal.
  ///   - range: Where to look, such as `0%..40%`; by default from 0 to three times the term as it is
  ///     written, a percentage up to 100% where it is not above.
  ///   - threads: How many tasks simulate.
  ///   - progress: Is told how many futures are done.
  /// - Returns: The report.
  /// - Throws: ``WhatIfError`` with every fault.
  public func breakEven(
    of path: String, _ bid: String, equals other: BreakEvenReport.Equal, in range: String? = nil,
    threads: Int = 2,
    progress: @escaping @Sendable (Int) -> Void = { _ in }
  ) async throws -> BreakEvenReport {
    let full = fullTermPath(path)
    let written = try written(full, path, bid, other)
    let (low, high) = try ends(path, range, written)
    let pool = VariantPool(self, threads: threads, progress: progress)
    let reference = Variation(options, dossier.assumptions)
    await pool.prepare([reference])
    // Bids that the term does not change are simulated once.
    await pool.keep(reference)
    let asWritten = await pool.next()
    let places = (place(of: bid), other.bid.map(place(of:)))
    var known: [Double: [CostBasis: Estimate]] = [:]
    func gaps(_ values: [Double], _ basis: CostBasis) async throws -> [Estimate] {
      let fresh = values.filter { known[$0] == nil }
      let variations = try variations(
        fresh.map {
          Overridden(label: "\(shortTermPath(full)) = \($0)", overrides: [full: "\($0)"])
        })
      await pool.prepare(variations)
      for value in fresh { known[value] = Self.gaps(await pool.next(), places, other) }
      return values.map { known[$0]?[basis] ?? Estimate(.nan, standardError: .nan) }
    }
    var answers: [BreakEvenReport.Answer] = []
    let own = dossier.event.costBasis
    for basis in [own] + CostBasis.allCases.filter({ $0 != own }) {
      let search = try await RootSearch(in: low.value...high.value) { try await gaps($0, basis) }
      let asWritten = Self.gaps(asWritten, places, other)[basis]
      answers.append(BreakEvenReport.Answer(basis, search, asWritten: asWritten))
    }
    return BreakEvenReport(
      dossier.event, path: full, bid: bid,
      equals: other, range: (low, high), written: written, answers, provenance)
  }

  private func place(of bid: String) -> Int { options.firstIndex { $0.bid.id == bid } ?? 0 }

  /// The mean gap on each basis: its error is that of the difference future by future.
  private static func gaps(
    _ run: WhatIfRun, _ places: (Int, Int?), _ other: BreakEvenReport.Equal
  ) -> [CostBasis: Estimate] {
    Dictionary(
      uniqueKeysWithValues: CostBasis.allCases.map { basis in
        guard let second = places.1 else {
          let mean = run.outcomes[places.0].mean(basis)
          return (
            basis, Estimate(mean.value - (other.amount ?? 0), standardError: mean.standardError)
          )
        }
        return (basis, run.outcomes[places.0].gap(to: run.outcomes[second], basis))
      })
  }

  /// What stands at the term of the bids that the path means, which must be numbers.
  private func written(
    _ full: String, _ path: String, _ bid: String, _ other: BreakEvenReport.Equal
  ) throws -> [(bid: String?, number: WrittenNumber)] {
    var faults: [WhatIfError.Fault] = []
    if let fault = fault(ofPath: full, typed: path) { faults.append(fault) }
    if let fault = fault(ofBid: bid) { faults.append(fault) }
    if let id = other.bid {
      if let fault = fault(ofBid: id) { faults.append(fault) }
      if id == bid { faults.append(.sameBid(id)) }
    }
    guard faults.isEmpty else { throw WhatIfError(faults) }
    return try numbers(at: full, typed: path, of: dossier.bids.map(\.id)).found
  }

  /// Between which values is looked.
  private func ends(
    _ path: String, _ range: String?, _ written: [(bid: String?, number: WrittenNumber)]
  ) throws -> (WrittenNumber, WrittenNumber) {
    if let range {
      do throws(TermRange.Fault) {
        guard case .between(let low, let high) = try TermRange(range), low != high else {
          throw .units(range)
        }
        return (low, high)
      } catch {
        throw WhatIfError([.range(path: path, error)])
      }
    }
    let numbers = Set(written.map(\.number))
    guard let number = numbers.first else {
      throw WhatIfError([.noNumber(path: path, option: nil, found: nil, nearest: nil)])
    }
    guard numbers.count == 1 else { throw WhatIfError([.differentNumbers(path: path)]) }
    guard number.digits > 0 else {
      throw WhatIfError([.noRange(path: path, number: number.text)])
    }
    var high = WrittenNumber(3 * number.digits, places: number.places, number.unit)
    if number.unit == .percent, number.value <= 1, high.value > 1 {
      high = WrittenNumber(100, .percent)
    }
    return (WrittenNumber(0, number.unit), high)
  }
}
