import Glibc
import Quantities
import Tables

/// Reads volume series, in each of the forms in which they may be written.
struct VolumeSeries {
  let folder: EventFolder
  let term: Term?

  /// One volume for each month of the term, or nothing where the series or the term is faulty.
  func read(_ item: Item) -> [Double]? {
    switch item.value.content {
    case .scalar, .nothing:
      guard let volume = item.number(.amount), let term else { return nil }
      return Array(repeating: volume, count: term.horizon)
    case .list:
      return readList(item)
    case .mapping(let entries):
      let isFile = entries.contains { $0.key == "file" }
      return isFile ? readFile(item) : readBase(item)
    }
  }

  private func readList(_ item: Item) -> [Double]? {
    let items = item.list()
    let volumes = items.compactMap { $0.number(.amount) }
    guard let term, volumes.count == items.count else { return nil }
    guard volumes.count == term.horizon else {
      item.refuse(.count(term.horizon))
      return nil
    }
    return volumes
  }

  /// `u[t] = base · season[month of year of t] · (1 + growth)^((t − 1)/12)`.
  private func readBase(_ item: Item) -> [Double]? {
    item.section { section -> [Double]? in
      let base = section.needed("base")?.number(.amount)
      let season = section.given("season").map(readSeason) ?? Array(repeating: 1, count: 12)
      let growth = section.given("growth").map { $0.share(.growth) } ?? 0
      guard let base, let season, let growth, let term else { return nil }
      let volumes = (0..<term.horizon).map { month in
        let factor = season[(term.firstMonth + month).monthOfYear - 1]
        return base * factor * pow(1 + growth, Double(month) / 12)
      }
      return item.within(.amount, volumes.max() ?? 0).map { _ in volumes }
    }
  }

  private func readSeason(_ item: Item) -> [Double]? {
    let items = item.list()
    guard items.count == 12 else {
      item.refuse(.count(12))
      return nil
    }
    let factors = items.compactMap { $0.share(.multiple) }
    return factors.count == 12 ? factors : nil
  }

  private func readFile(_ item: Item) -> [Double]? {
    item.section { section -> [Double]? in
      let file = section.needed("file")?.fileBeside(in: folder)
      let columnItem = section.needed("column")
      guard let file, let column = columnItem?.text(), let term,
        let bytes = folder.bytes(file, mentionedAt: item.spot)
      else { return nil }
      let columns = Columns(required: ["month", column], allowsOthers: true)
      let table = TableReader(bytes: bytes, name: file, columns: columns)
      return readRows(table, column, term)
    }
  }

  private func readRows(_ table: TableReader, _ name: String, _ term: Term) -> [Double]? {
    let month = table.column("month")
    let column = table.column(name)
    var volumes: [Int: Double] = [:]
    table.forEachRecord { record in
      let at = record.integer(month, in: 1...term.horizon)
      let volume = record.number(column, in: 0...Bounds.amount.upper)
      guard let at, let volume else { return }
      if volumes[at] != nil { record.reject(month, rule: "each month once") }
      volumes[at] = volume
    }
    folder.findings.add(table.faults, file: table.file)
    guard table.faults.isEmpty else { return nil }
    guard volumes.count == term.horizon else {
      folder.findings.add(
        .count(term.horizon), at: Spot(file: table.file), path: name, found: "\(volumes.count)"
      )
      return nil
    }
    return (1...term.horizon).compactMap { volumes[$0] }
  }
}

extension Item {
  /// A file beside the one in which its name is written: a bidder names no other.
  func fileBeside(in folder: EventFolder) -> String? {
    guard let name = safePath() else { return nil }
    guard let slash = spot.file.lastIndex(of: "/") else { return name }
    return spot.file[...slash] + name
  }

  /// The name of a file, or its path in a folder that it cannot leave.
  func safePath() -> String? {
    guard let name = text() else { return nil }
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.map(String.init).allSatisfy(isSafeName) else {
      refuse(.safeName)
      return nil
    }
    return name
  }
}
