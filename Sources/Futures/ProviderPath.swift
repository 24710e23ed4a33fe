import Glibc
public import Quantities
public import Rows

/// What belongs to one option in one block of futures: the attainment of its provider's metrics, and
/// the uniforms that its contract asks for.
public final class ProviderPath {
  /// The attainment of one metric in one month.
  public enum Attainment {
    /// Sampled, on the metric's link scale.
    case scaled(LatentRow)
    /// Given, in the metric's natural unit.
    case given(Row)
    /// Every level is met, whatever its target: the base case.
    case met
  }

  private enum Source {
    case sampled(PerformanceSampler)
    case given([[Double]], [Row])
    case met(Int)
  }

  /// Keeps the rows alive.
  private let arena: Arena
  private let source: Source
  private let uniformHashes: [UInt32]
  private let uniformRows: [Quartet<Row>]
  /// Attainments in natural units, and those that somebody has asked for.
  private var natural: [(link: Link, row: Row)] = []
  private var asked: [Int] = []
  /// The current month.
  private var month = 0

  /// A path sampled from `performance`; `uniforms` are the names of the uniforms that the
  /// option's contract asks for, each drawn once per future.
  public init(
    sampling performance: Performance, of option: String, in world: World,
    assumptions: Assumptions, uniforms: [String], arena: Arena
  ) {
    self.arena = arena
    source = .sampled(
      PerformanceSampler(performance, of: option, in: world, assumptions, arena: arena))
    uniformHashes = uniforms.map(driverHash)
    uniformRows = uniforms.map { _ in arena.quartet() }
    natural = performance.metrics.map { ($0.link, arena.row()) }
  }

  /// A path on which every service level is met and nothing is left to chance.
  public init(meetingAll metrics: Int, uniforms: Int, arena: Arena) {
    self.arena = arena
    source = .met(metrics)
    uniformHashes = []
    uniformRows = (0..<uniforms).map { _ in arena.quartet() }
    for rows in uniformRows { rows[0].fill(1) }
  }

  /// A path of given `attainments` by metric and month, in natural units; a missing attainment is
  /// not a number and never a default.
  public init(given attainments: [[Double]], uniforms: Int, arena: Arena) {
    self.arena = arena
    source = .given(attainments, arena.rows(attainments.count))
    uniformHashes = []
    uniformRows = (0..<uniforms).map { _ in arena.quartet() }
    for rows in uniformRows { rows[0].fill(1) }
  }

  /// Draws what is drawn once per future for the block at `draws`.
  public func begin(at draws: Draws) {
    month = 0
    for (hash, rows) in zip(uniformHashes, uniformRows) {
      draws.uniforms(of: hash, monthBlock: 0, into: rows)
    }
    if case .sampled(let sampler) = source { sampler.begin(at: draws) }
  }

  /// Moves to `month`, counted from 1, which is the next one or, for a further desk, the current one.
  public func advance(to month: Int) {
    guard month != self.month else { return }
    self.month = month
    switch source {
    case .sampled(let sampler):
      sampler.advance(to: month)
      for position in asked { fillNatural(position, from: sampler) }
    case .given(let values, let rows):
      for (row, series) in zip(rows, values) { row.fill(series[month - 1]) }
    case .met: break
    }
  }

  /// The attainment of the metric at `position` in the current month.
  public func attainment(_ position: Int) -> Attainment {
    switch source {
    case .sampled(let sampler): .scaled(sampler.value(position))
    case .given(_, let rows): .given(rows[position])
    case .met: .met
    }
  }

  /// The attainment of the metric at `position` in its natural unit; nothing where every level is met.
  ///
  /// Once somebody has asked for it, it is worked out with each month, and never as a part of what
  /// somebody records.
  public func naturalAttainment(_ position: Int) -> Row? {
    switch source {
    case .sampled(let sampler):
      if !asked.contains(position) {
        asked.append(position)
        Tape.pause { fillNatural(position, from: sampler) }
      }
      return natural[position].row
    case .given(_, let rows): return rows[position]
    case .met: return nil
    }
  }

  private func fillNatural(_ position: Int, from sampler: PerformanceSampler) {
    let (link, row) = natural[position]
    row.fill(naturalOf: sampler.value(position), link: link)
  }

  /// The measured attainment of the metric at `position`, by which service levels are judged.
  public func measurement(_ position: Int) -> Attainment {
    switch source {
    case .sampled(let sampler): .scaled(sampler.measured(position))
    case .given, .met: attainment(position)
    }
  }

  /// Whether the path is left to chance, so that its uniforms are drawn.
  public var isSampled: Bool { if case .sampled = source { true } else { false } }

  /// The uniform at `position`, the same in every month.
  public func uniform(_ position: Int) -> Row { uniformRows[position][0] }
}

extension Row {
  /// Fills the row with a metric's values in its natural unit, from those on its link scale.
  public func fill(naturalOf latent: LatentRow, link: Link) {
    widen(latent)
    switch link {
    case .logit: logistic()
    case .log: exponentiate()
    case .identity: break
    }
  }
}
