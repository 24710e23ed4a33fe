import Contracts
import Quantities

extension Terms {
  func volume(_ section: Section, _ prices: PriceList) -> [Contract.Named] {
    (section.given("volume_bands")?.named() ?? []).flatMap { line, item -> [Contract.Named] in
      guard item.keyIsDeclared(line, in: context.serviceLineIds, kind: "service_lines") else {
        return []
      }
      return item.section { readBands($0, line, prices) } ?? []
    }
  }

  /// One band for each span of months in which rates are priced.
  private func readBands(
    _ section: Section, _ line: String, _ prices: PriceList
  ) -> [Contract.Named] {
    let deadband = section.needed("deadband")?.share(.share)
    let reading =
      section.given("reading").map { $0.choice(of: VolumeBand.Reading.self) } ?? .excess
    let baseline = section.given("baseline").flatMap(readBaseline)
    let rates = (prices.rates[line] ?? []) + (readRates(section).map { [$0] } ?? [])
    if rates.isEmpty, prices.isSound {
      folder.findings.add(.bandRates, at: section.spot, path: section.path, found: line)
    }
    let switches = readSwitches(section, deadband: deadband ?? 0)
    guard let deadband, let reading, let switches else { return [] }
    return rates.map { rate in
      let band = VolumeBand(
        serviceLine: line, baseline: baseline, deadband: deadband, arc: rate.arc, rrc: rate.rrc,
        reading: reading, span: rate.span, indexation: rate.indexation, outer: switches.outer,
        rrcFactor: switches.rrcFactor, settled: switches.settled, rest: switches.rest,
        rebaseline: switches.rebaseline
      )
      let name = rates.count == 1 ? line : "\(line)_from_\(rate.span.first)"
      return Contract.Named(name, .volumeBand(band))
    }
  }

  /// Rates that the terms state, or nothing where they stand in `prices.csv`.
  private func readRates(_ section: Section) -> PriceList.BandRates? {
    guard ["arc", "rrc"].contains(where: { key in section.entries.contains { $0.key == key } })
    else { return nil }
    let arc = section.needed("arc")?.number(.amount)
    let rrc = section.needed("rrc")?.number(.amount)
    let (span, indexation) = (readSpan(section), readFollowedName(section))
    guard let arc, let rrc, let span else { return nil }
    return PriceList.BandRates(arc: arc, rrc: rrc, span: span, indexation: indexation)
  }

  /// What may be agreed of a band beyond its deadband.
  private struct BandSwitches {
    var outer: [VolumeBand.OuterBand]
    var rrcFactor: Double
    var settled: Period
    var rest: Reckoning.Rest
    var rebaseline: VolumeBand.Rebaseline?
  }

  private func readSwitches(_ section: Section, deadband: Double) -> BandSwitches? {
    let outer = section.given("outer").map { readOuter($0, beyond: deadband) } ?? []
    let factor = section.given("rrc_factor").map { $0.number(.multiple) } ?? 1
    let settled = section.given("settled").map { $0.choice(of: Period.self) } ?? .month
    let rest =
      section.given("part_period").map { $0.choice(of: Reckoning.Rest.self) } ?? .notSettled
    let edge = outer?.last?.beyond ?? deadband
    let rebaseline = section.given("rebaseline").map { item in
      item.section { readRebaseline($0, edge: edge) }
    }
    guard let outer, let factor, let settled, let rest, rebaseline != .some(nil) else {
      return nil
    }
    return BandSwitches(
      outer: outer, rrcFactor: factor, settled: settled, rest: rest,
      rebaseline: rebaseline ?? nil)
  }

  /// Bands of which each begins further away from the baseline than the one before.
  private func readOuter(_ item: Item, beyond deadband: Double) -> [VolumeBand.OuterBand]? {
    var bands: [VolumeBand.OuterBand] = []
    for item in item.list() {
      let inner = bands.last?.beyond ?? deadband
      let band = item.section { section in
        let edge = section.needed("beyond")
        let beyond = edge?.share(.share)
        let arc = section.needed("arc")?.number(.amount)
        let rrc = section.needed("rrc")?.number(.amount)
        guard let beyond, let arc, let rrc else { return VolumeBand.OuterBand?.none }
        guard beyond > inner else {
          edge?.refuse(.within(lower: inner, upper: .infinity, open: true))
          return nil
        }
        return VolumeBand.OuterBand(beyond: beyond, arc: arc, rrc: rrc)
      }
      guard let band else { return nil }
      bands.append(band)
    }
    return bands
  }

  /// The edge is that of the outermost band unless another is stated.
  private func readRebaseline(_ section: Section, edge: Double) -> VolumeBand.Rebaseline? {
    let after = section.needed("after")?.wholeMonths(1...60)
    let edge = section.given("edge").map { $0.share(.share) } ?? edge
    let delay =
      section.given("delay").map { $0.wholeMonths(0...EventContext.longestHorizon) } ?? 0
    guard let after, let edge, let delay else { return nil }
    return VolumeBand.Rebaseline(after: after, edge: edge, delay: delay)
  }

  /// The contract's own baseline, or nothing where it is the event's.
  func readBaseline(_ item: Item) -> [Double]? {
    if item.plain == "event" { return nil }
    return VolumeSeries(folder: folder, term: context.term).read(item)
  }
}
