extension String {
  /// The text cleaned, cut where it has more than `most` characters, and without the marks in which
  /// a report quotes.
  ///
  /// A character is cut too where it is made of very many parts.
  func shortened(to most: Int) -> String {
    let clean = String(clean.map { "“”„«»".contains($0) ? "'" : $0 })
    guard clean.count > most || clean.unicodeScalars.count > 5 * most else { return clean }
    let start = String(clean.prefix(most - 1).unicodeScalars.prefix(5 * most))
    return start.withoutTrailingSpaces + "…"
  }

  /// The text shortened in quotation marks, so that what a bidder wrote cannot be taken for what the
  /// report says.
  var quoted: String {
    "“\(String(shortened(to: 80).map { $0 == "\"" ? "'" : $0 }))”"
  }
}
