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
    let rates = prices.rates[line] ?? []
    if rates.isEmpty, prices.isSound {
      folder.findings.add(.bandRates, at: section.spot, path: section.path, found: line)
    }
    guard let deadband, let reading else { return [] }
    return rates.map { rate in
      let band = VolumeBand(
        serviceLine: line, baseline: baseline, deadband: deadband, arc: rate.arc, rrc: rate.rrc,
        reading: reading, span: rate.span, indexation: rate.indexation
      )
      let name = rates.count == 1 ? line : "\(line)_from_\(rate.span.first)"
      return Contract.Named(name, .volumeBand(band))
    }
  }

  /// The contract's own baseline, or nothing where it is the event's.
  func readBaseline(_ item: Item) -> [Double]? {
    if item.plain == "event" { return nil }
    return VolumeSeries(folder: folder, term: context.term).read(item)
  }
}
