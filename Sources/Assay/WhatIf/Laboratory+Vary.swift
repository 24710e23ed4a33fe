import Contracts
public import Decision
import Loading
public import Reporting
import Simulation

extension Laboratory {
  /// A term that is varied, as it is typed.
  public struct Vary: Hashable, Sendable {
    /// The path, such as `bids/*/credits/at_risk`.
    public var path: String

    /// The values, such as `8%..20%:2%`.
    public var range: String

    /// Creates a variation.
    public init(path: String, range: String) {
      self.path = path
      self.range = range
    }
  }

  /// The cells of a study in which the terms of `varied` are tried: all their values with each other,
  /// or a sample of `sample` cells.
  ///
  /// - Throws: ``WhatIfError`` with every fault of the paths and ranges.
  public func design(_ varied: [Vary], sample: Int? = nil) throws -> Design {
    var faults: [WhatIfError.Fault] = []
    var ranges: [(path: String, range: TermRange)] = []
    for vary in varied {
      let path = fullTermPath(vary.path)
      if let fault = fault(ofPath: path, typed: vary.path) ?? faultOfBaseline(path, vary.path) {
        faults.append(fault)
      }
      if ranges.contains(where: { $0.path == path }) { faults.append(.repeated(path: vary.path)) }
      do throws(TermRange.Fault) {
        let range = try TermRange(vary.range)
        if case .between = range, sample == nil { throw .noStep(vary.range) }
        ranges.append((path, range))
      } catch {
        faults.append(.range(path: vary.path, error))
      }
    }
    guard faults.isEmpty else { throw WhatIfError(faults) }
    if let sample {
      guard (1...Design.mostCells).contains(sample) else { throw WhatIfError([.tooManyCells]) }
      return Design(sampling: ranges, cells: sample, seed: seed)
    }
    let axes = ranges.map { path, range in
      guard case .values(let values) = range else { return Design.Axis(path: path, values: []) }
      return Design.Axis(path: path, values: values)
    }
    guard let design = Design(grid: axes) else { throw WhatIfError([.tooManyCells]) }
    return design
  }

  /// Refuses a path of today's operation, which reports of varied terms do not compare.
  func faultOfBaseline(_ path: String, _ typed: String) -> WhatIfError.Fault? {
    guard let baseline, termOf(path: path)?.option == options[baseline].bid.id else { return nil }
    return .baseline(path: typed)
  }

  /// What is wrong with a full path.
  func fault(ofPath path: String, typed: String) -> WhatIfError.Fault? {
    guard let (option, _) = termOf(path: path) else { return .path(typed) }
    return option.flatMap { $0 == "*" ? nil : fault(ofBid: $0) }
  }

  /// Simulates the event as it is written and every cell of `design`, and compares them.
  ///
  /// - Parameters:
  ///   - design: The cells.
  ///   - threads: How many tasks simulate.
  ///   - progress: Is told how many of ``futures(of:)`` are done.
  /// - Returns: The report.
  /// - Throws: ``WhatIfError`` with every fault of every cell.
  public func vary(
    _ design: Design, threads: Int = 2, progress: @escaping @Sendable (Int) -> Void = { _ in }
  ) async throws -> VaryReport {
    let written = try writtenTerms(at: folder)
    let cells = design.cells.map { values in
      Overridden(
        label: zip(design.axes, values).map { "\(shortTermPath($0.path)) = \($1)" }
          .joined(separator: ", "),
        overrides: Dictionary(
          uniqueKeysWithValues: zip(design.axes.map(\.path), values)))
    }
    let variations = try explaining(design.axes.map(\.path), written) {
      try self.variations(cells)
    }
    let pool = VariantPool(self, threads: threads, progress: progress)
    let reference = Variation(options, dossier.assumptions)
    await pool.prepare([reference] + variations)
    let asWritten = await pool.next()
    let first = await cell([], asWritten, against: nil)
    var found: [WhatIfCell] = []
    for values in design.cells {
      found.append(await cell(values, await pool.next(), against: asWritten))
    }
    return VaryReport(
      dossier.event, design, first, found,
      written: design.axes.map { stated($0.path, in: written) },
      simulated: await pool.simulated, provenance)
  }

  /// The futures that ``vary(_:threads:progress:)`` tells of.
  public func futures(of design: Design) -> Int { futures * (design.cells.count + 1) }

  private func cell(
    _ values: [String], _ run: WhatIfRun, against reference: WhatIfRun?
  ) async -> WhatIfCell {
    let changed = run.options.indices.map { place in
      reference.map { $0.options[place].bid.contract != run.options[place].bid.contract } ?? false
    }
    return await WhatIfCell(
      values, of: dossier.event, run, baseline: baseline, against: reference, changed: changed,
      seed: seed)
  }

  /// Does `work`; where it finds faults, those of `paths` at which nothing stands are told first.
  private func explaining<Found>(
    _ paths: [String], _ written: WrittenTerms, _ work: () throws -> Found
  ) throws -> Found {
    do {
      return try work()
    } catch let error as WhatIfError {
      let idle = paths.compactMap { path -> WhatIfError.Fault? in
        guard let (option, term) = termOf(path: path) else { return nil }
        let meant: [String?] = option == "*" ? dossier.bids.map(\.id) : [option]
        guard !meant.contains(where: { written.states(term, in: $0) }) else { return nil }
        let nearest = meant.lazy.compactMap { written.nearestPath(to: term, of: $0) }.first
        return .notStated(path: shortTermPath(path), nearest: nearest)
      }
      throw WhatIfError(idle + error.faults)
    }
  }

  /// What stands at `path` in the bids that it means, or in the draft.
  private func stated(_ path: String, in written: WrittenTerms) -> [VaryReport.Stated] {
    guard let (option, term) = termOf(path: path) else { return [] }
    func text(_ option: String?) -> String? {
      written.text(at: term, of: option) ?? (written.states(term, in: option) ? "stated" : nil)
    }
    let meant =
      option == "*" ? dossier.bids.map(\.id) : option.map { [$0] } ?? []
    guard !meant.isEmpty else {
      return [VaryReport.Stated(option: nil, text: text(nil))]
    }
    return meant.map { VaryReport.Stated(option: $0, text: text($0)) }
  }
}
