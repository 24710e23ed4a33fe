/// Whether `scalar` shows nothing but may steer a terminal or the direction of writing.
public func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.properties.generalCategory {
  case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse,
    .unassigned:
    true
  default: false
  }
}

/// `text` with line ends and tabs made spaces, and every other character that shows nothing
/// replaced by `�`.
///
/// What bidders wrote is shown in no other way: it cannot move the cursor, change colours, break
/// a line or turn the direction of writing.
public func visibleText(_ text: String) -> String {
  if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return text }
  var visible = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    let isSpace = scalar == "\n" || scalar == "\t" || scalar == "\r"
    visible.append(isSpace ? " " : isInvisible(scalar) ? "\u{FFFD}" : scalar)
  }
  return String(visible)
}
