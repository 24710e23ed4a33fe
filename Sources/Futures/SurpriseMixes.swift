import Rows

/// The mixes of demand surprises, `Σ_s w_s·d[s,t]`, that the metrics of a provider answer to.
///
/// A metric with known links to several lines answers to their mix by its largest link, of which the
/// other links are parts. Metrics that answer to the same mix share it: it is added up once a month.
/// What a metric answers to does not depend on the others.
struct SurpriseMixes {
  /// The links of one metric by the position of their service line.
  typealias Links = [(line: Int, link: Double)]

  private struct Part: Equatable {
    var line: Int
    var weight: Float
  }

  /// The mix that each metric answers to, and by what; nothing where its links are taken by themselves.
  private let answers: [(mix: Int, link: Float)?]
  private let mixes: [(parts: [Part], rows: Quartet<LatentRow>)]

  /// The number of mixes.
  var count: Int { mixes.count }

  /// Finds the mixes of metrics with these `links`, nothing where they are not known.
  init(_ links: [Links?], in arena: Arena) {
    var mixes: [(parts: [Part], rows: Quartet<LatentRow>)] = []
    answers = links.map { links in
      let linked = links?.filter { $0.link != 0 } ?? []
      guard linked.count > 1, let largest = linked.max(by: { abs($0.link) < abs($1.link) })?.link
      else { return nil }
      let parts = linked.map { Part(line: $0.line, weight: Float($0.link / largest)) }
      let like = mixes.firstIndex { $0.parts == parts }
      if like == nil { mixes.append((parts, arena.latentQuartet())) }
      return (like ?? mixes.count - 1, Float(largest))
    }
    self.mixes = mixes
  }

  /// Writes how the mixes of the month at `place` are made of its `surprises`.
  func write(_ place: Int, of surprises: [LatentRow], into program: inout LatentProgram) {
    for (parts, rows) in mixes {
      var mix = WeightedRows()
      for part in parts { mix.append(surprises[part.line], times: .constant(part.weight)) }
      program.combine(rows[place], 0, mix)
    }
  }

  /// The effect of demand on a metric in the month at `place`, where it answers to a mix.
  func effect(on metric: Int, in place: Int) -> WeightedRows? {
    answers[metric].map { answer in
      var effect = WeightedRows()
      effect.append(mixes[answer.mix].rows[place], times: .constant(answer.link))
      return effect
    }
  }
}
