import Tables

/// Where in a row the numbers of a series stand.
struct HistoryPlace {
  /// What is read there.
  enum Role {
    case value
    case ratio(per: Column)
    /// A row of its own in long shape.
    case numerator
    /// A row of its own in long shape.
    case denominator
  }

  /// The position of the series in the mapping.
  var series: Int
  var role: Role

  /// The name or column in the file.
  var source: String
  var column: Column
  var sample: Column?
  var weight: Column?
  var target: Column?
}

/// Finds the places that a row fills, by its service and, in long shape, by its name.
struct HistoryPlaces {
  let all: [HistoryPlace]
  private let mapping: Mapping
  private let service: Column?
  private let names: Column?

  /// The places by service, and in long shape by the name that rows have.
  private var known: [String: [String: [Int]]] = [:]
  private var isServiceMet: Set<String> = []
  private var isMet: [Bool]
  private var otherServices = WordsMet()
  private var otherNames = WordsMet()

  init(_ mapping: Mapping, _ table: TableReader) {
    self.mapping = mapping
    service = mapping.serviceColumn.map { table.column($0) }
    names = mapping.long.map { table.column($0.series) }
    all = mapping.series.indices.flatMap { Self.places(of: $0, in: mapping, table) }
    isMet = all.map { _ in false }
    for (index, place) in all.enumerated() {
      let service = mapping.series[place.series].service ?? ""
      let name = mapping.shape == .long ? place.source : ""
      known[service, default: [:]][name, default: []].append(index)
    }
  }

  private static func places(
    of index: Int, in mapping: Mapping, _ table: TableReader
  ) -> [HistoryPlace] {
    let series = mapping.series[index]
    var target: Column?
    if case .column(let name, _) = series.target { target = table.column(name) }
    let sample = mapping.long == nil ? series.sample : mapping.long?.sample
    func place(_ role: HistoryPlace.Role, _ source: String) -> HistoryPlace {
      HistoryPlace(
        series: index, role: role, source: source,
        column: table.column(mapping.long?.value ?? source),
        sample: sample.map { table.column($0) }, weight: series.weight.map { table.column($0) },
        target: target
      )
    }
    switch (series.origin, mapping.shape) {
    case (.value(let source), _): return [place(.value, source)]
    case (.ratio(let numerator, let denominator), .wide):
      return [place(.ratio(per: table.column(denominator)), numerator)]
    case (.ratio(let numerator, let denominator), .long):
      return [place(.numerator, numerator), place(.denominator, denominator)]
    }
  }

  /// The places that the record fills.
  mutating func filled(by record: borrowing Record) -> [Int] {
    var key = ""
    if let service {
      guard let text = record.text(service) else { return [] }
      key = text
    }
    guard let ofService = known[key] else {
      otherServices.insert(key)
      return []
    }
    if service != nil { isServiceMet.insert(key) }
    var name = ""
    if let names {
      guard let text = record.text(names) else { return [] }
      name = text
    }
    guard let places = ofService[name] else {
      otherNames.insert(name)
      return []
    }
    for index in places { isMet[index] = true }
    return places
  }

  /// Reports the services and series that no row has.
  func reportUnmet(to findings: Findings) {
    for (place, isMet) in zip(all, isMet) where !isMet {
      let series = mapping.series[place.series]
      let path = "series/\(series.name)"
      if let service = series.service, !isServiceMet.contains(service) {
        findings.add(
          .occurrence, at: series.spot, path: "\(path)/service", found: service,
          nearest: otherServices.nearest(to: service)
        )
      } else {
        let nearest = mapping.shape == .long ? otherNames.nearest(to: place.source) : nil
        findings.add(
          .occurrence, at: series.spot, path: path, found: place.source, nearest: nearest)
      }
    }
  }
}
