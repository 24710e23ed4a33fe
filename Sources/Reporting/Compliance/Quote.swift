extension String {
  /// The text cleaned, and cut where it has more than `most` characters.
  ///
  /// A character is cut too where it is made of very many parts.
  func shortened(to most: Int) -> String {
    let clean = clean
    guard clean.count > most || clean.unicodeScalars.count > 5 * most else { return clean }
    let start = String(clean.prefix(most - 1).unicodeScalars.prefix(5 * most))
    return start.withoutTrailingSpaces + "…"
  }

  /// The text cleaned and shortened in quotation marks, so that what a bidder wrote cannot be taken
  /// for what the report says.
  var quoted: String {
    let inner = String(shortened(to: 80).map { "“”„\"«»".contains($0) ? "'" : $0 })
    return "“\(inner)”"
  }
}
