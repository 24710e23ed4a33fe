/// Reads an .ods file: all of it stands in `content.xml`.
struct OdsReader {
  let archive: Archive
  let limits: WorkbookLimits

  func read() throws(WorkbookError) -> Workbook {
    if archive.holds("META-INF/manifest.xml") {
      let manifest = OdsManifest(textLimit: limits.textBytes)
      try XmlParser.read("META-INF/manifest.xml", of: archive, to: manifest, limits: limits)
      if manifest.isLocked { throw WorkbookError(.locked) }
    }
    let content = OdsContent(limits: limits)
    try XmlParser.read("content.xml", of: archive, to: content, limits: limits)
    guard content.isSpreadsheet else { throw WorkbookError(.noWorkbook) }
    return Workbook(sheets: content.sheets)
  }
}

/// Whether any file inside is encrypted.
final class OdsManifest: XmlListener {
  private(set) var isLocked = false

  override func start(_ name: String, _ attributes: borrowing XmlAttributes) {
    if name == "encryption-data" { isLocked = true }
  }
}
