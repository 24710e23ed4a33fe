extension LoadingNote {
  /// Whether only `assay check` tells it: it says something about the draft, and nothing about the
  /// figures that come of it.
  var isForCheckAlone: Bool {
    if case .poolUnderAllocated = self { true } else { false }
  }

  /// The bid or baseline that the note is about, or nothing where it is about the event.
  public var option: String? {
    switch self {
    case .lastRoundCounts(let option, _), .nothingAsked(let option, _, _),
      .nothingPaid(let option, _, _), .peersStandIn(let option, _),
      .changedPrices(let option, _):
      option
    case .poolOverAllocated(let file, _, _), .poolUnderAllocated(let file, _, _),
      .levelAgainstMetric(let file, _, _):
      Fault.option(of: file)
    default: nil
    }
  }
}

extension Fault {
  /// The bid or baseline in whose files the fault is, or nothing where it is the event's.
  public var option: String? { Self.option(of: file) }

  /// The option to which the file of this name belongs.
  static func option(of file: String) -> String? {
    let parts = file.split(separator: "/")
    if parts.count > 1, parts[0] == "bids" { return String(parts[1]) }
    return parts.first == "baseline" ? BidFolder.baseline : nil
  }
}
