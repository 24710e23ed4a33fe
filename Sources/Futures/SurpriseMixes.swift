import Rows

/// The mixes of demand surprises, `Σ_s β_s·d[s,t]`, that several metrics of a provider answer to.
///
/// Metrics whose known links are multiples of each other answer to one mix, which is added up once a
/// month for all of them.
struct SurpriseMixes {
  /// The links of one metric by the position of their service line.
  typealias Links = [(line: Int, link: Double)]

  /// What each metric answers to: a mix and the multiple of it, or nothing that others answer to.
  private let shares: [(mix: Int, multiple: Double)?]
  private let mixes: [(links: Links, rows: Quartet<LatentRow>)]

  /// Finds the mixes of metrics with these `links`, nothing where they are not known.
  init(_ links: [Links?], in arena: Arena) {
    var groups: [[Int]] = []
    for (metric, its) in links.enumerated() {
      guard let its, its.count > 1 else { continue }
      let like = groups.firstIndex { links[$0[0]].flatMap { multiple(its, of: $0) } != nil }
      if let like { groups[like].append(metric) } else { groups.append([metric]) }
    }
    groups.removeAll { $0.count == 1 }
    mixes = groups.map { (links[$0[0]] ?? [], arena.latentQuartet()) }
    let mixes = mixes
    shares = links.indices.map { metric in
      guard let mix = groups.firstIndex(where: { $0.contains(metric) }),
        let multiple = links[metric].flatMap({ multiple($0, of: mixes[mix].links) })
      else { return nil }
      return (mix, multiple)
    }
  }

  /// Writes how the mixes of the month at `place` are made of its `surprises`.
  func write(_ place: Int, of surprises: [LatentRow], into program: inout LatentProgram) {
    for (links, rows) in mixes {
      var parts = WeightedRows()
      for (line, link) in links { parts.append(surprises[line], times: .constant(Float(link))) }
      program.combine(rows[place], 0, parts)
    }
  }

  /// The effect of demand on a metric in the month at `place`, where it is a multiple of a mix.
  func effect(on metric: Int, in place: Int) -> WeightedRows? {
    shares[metric].map { share in
      var parts = WeightedRows()
      parts.append(mixes[share.mix].rows[place], times: .constant(Float(share.multiple)))
      return parts
    }
  }
}

/// What `other` is multiplied by to give `links`, as far as double precision tells; nothing where no
/// number does.
private func multiple(_ links: SurpriseMixes.Links, of other: SurpriseMixes.Links) -> Double? {
  guard links.map(\.line) == other.map(\.line) else { return nil }
  let multiple = links[0].link / other[0].link
  let isOne = zip(links, other).allSatisfy { link, other in
    abs(link.link - multiple * other.link) <= 8 * .ulpOfOne * abs(link.link)
  }
  return isOne ? multiple : nil
}
