public import Loading

extension ImportedBid {
  /// What was written, and what the buyer should know of it.
  public var text: String {
    let counts = tables.map { "\($0.file) \($0.rows)" }.joined(separator: ", ")
    var lines = ["\(isReplaced ? "Replaced" : "Written"): \(folder) (rows: \(counts))"]
    if termsAreGone {
      lines.append(
        "The terms of the bid.yaml that was replaced are gone: a workbook has deviations.")
    }
    if let laterRound {
      lines.append("Round \(laterRound.clean) of this bid is later, and counts.")
    }
    if !sheetsNotRead.isEmpty {
      lines.append("Not read: the sheets \(sheetsNotRead.map(\.clean).joined(separator: ", ")).")
    }
    if let eventFaults {
      let count = eventFaults.count
      lines.append(
        "The event cannot be ranked with this bid yet: \(count) fault\(count == 1 ? "" : "s").")
    }
    return lines.map { $0 + "\n" }.joined()
  }
}
