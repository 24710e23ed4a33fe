/// Reads an .xlsx file: its list of sheets, then styles, shared texts and the sheets.
struct XlsxReader {
  let archive: Archive
  let limits: WorkbookLimits

  func read() throws(WorkbookError) -> Workbook {
    let main = try mainPart()
    let list = XlsxSheetList(textLimit: limits.textBytes)
    try XmlParser.read(main, of: archive, to: list, limits: limits)
    let links = try relations(of: main)
    guard list.sheets.count <= limits.sheets else {
      throw WorkbookError(.tooManySheets(limit: limits.sheets))
    }
    let styles = XlsxStyles(textLimit: limits.textBytes)
    if let part = links.first(ofType: "/styles") {
      try XmlParser.read(part, of: archive, to: styles, limits: limits)
    }
    let texts = XlsxTexts(limits: limits)
    if let part = links.first(ofType: "/sharedStrings") {
      try XmlParser.read(part, of: archive, to: texts, limits: limits)
    }
    let context = XlsxSheetReader.Context(
      texts: texts.texts, isDate: styles.isDate, countsFrom1904: list.countsFrom1904,
      limits: limits, count: CellCount(limit: limits.cells))
    var workbook = Workbook()
    for named in list.sheets {
      let isTwice = workbook.sheet(named.name) != nil
      if isTwice { throw WorkbookError(.repeatedSheet, sheet: named.name) }
      workbook.sheets.append(try sheet(named, links, context))
    }
    return workbook
  }

  private func sheet(
    _ named: XlsxSheetList.Named, _ links: XlsxRelations, _ context: XlsxSheetReader.Context
  ) throws(WorkbookError) -> Sheet {
    guard let target = links.targets[named.relation] else {
      throw WorkbookError(.missingEntry(named.relation), sheet: named.name)
    }
    guard !target.isElsewhere else { throw WorkbookError(.sheetElsewhere, sheet: named.name) }
    guard target.type.hasSuffix("/worksheet") else {
      return Sheet(name: named.name, isHidden: named.isHidden)  // a sheet of one chart
    }
    let reader = XlsxSheetReader(name: named.name, context: context)
    try XmlParser.read(target.part, of: archive, to: reader, limits: limits)
    return Sheet(
      name: named.name, isHidden: named.isHidden, rows: reader.rows, merged: reader.merged)
  }

  private func mainPart() throws(WorkbookError) -> String {
    let root = XlsxRelations(folder: "", textLimit: limits.textBytes)
    try XmlParser.read("_rels/.rels", of: archive, to: root, limits: limits)
    guard let part = root.first(ofType: "/officeDocument") else {
      throw WorkbookError(.missingEntry("xl/workbook.xml"))
    }
    return part
  }

  private func relations(of part: String) throws(WorkbookError) -> XlsxRelations {
    let cut = part.lastIndex(of: "/")
    let folder = cut.map { String(part[...$0]) } ?? ""
    let name = part.dropFirst(folder.count)
    let relations = XlsxRelations(folder: folder, textLimit: limits.textBytes)
    try XmlParser.read("\(folder)_rels/\(name).rels", of: archive, to: relations, limits: limits)
    return relations
  }
}

/// What a part refers to, by the identifiers that it uses.
final class XlsxRelations: XmlListener {
  struct Target {
    var part: String
    var type: String
    var isElsewhere: Bool
  }

  private let folder: String
  private(set) var targets: [String: Target] = [:]
  private var order: [String] = []

  init(folder: String, textLimit: Int) {
    self.folder = folder
    super.init(textLimit: textLimit)
  }

  /// The part of this kind that stands first.
  func first(ofType ending: String) -> String? {
    order.lazy.compactMap { self.targets[$0] }
      .first { $0.type.hasSuffix(ending) && !$0.isElsewhere }?.part
  }

  override func start(_ name: String, _ attributes: borrowing XmlAttributes) {
    guard name == "Relationship", let id = attributes["Id"], let target = attributes["Target"],
      let type = attributes["Type"]
    else { return }
    let isElsewhere = attributes["TargetMode"] == "External"
    targets[id] = Target(part: resolved(target), type: type, isElsewhere: isElsewhere)
    order.append(id)
  }

  /// A target is relative to the folder of the part, or to the root where a slash is in front.
  private func resolved(_ target: String) -> String {
    let full = target.hasPrefix("/") ? target : folder + target
    var parts: [Substring] = []
    for part in full.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return parts.joined(separator: "/")
  }
}

/// The names of the sheets, and from which day dates are counted.
final class XlsxSheetList: XmlListener {
  struct Named {
    var name: String
    var relation: String
    var isHidden: Bool
  }

  private(set) var sheets: [Named] = []
  private(set) var countsFrom1904 = false

  override func start(_ name: String, _ attributes: borrowing XmlAttributes) {
    switch name {
    case "workbookPr": countsFrom1904 = isTrue(attributes["date1904"])
    case "sheet":
      guard let title = attributes["name"], let relation = attributes.anyPrefix("id") else {
        return
      }
      let state = attributes["state"] ?? "visible"
      sheets.append(Named(name: title, relation: relation, isHidden: state != "visible"))
    default: break
    }
  }
}

/// Whether an attribute says yes.
func isTrue(_ text: String?) -> Bool { text == "1" || text == "true" }
