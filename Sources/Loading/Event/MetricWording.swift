import Contracts

extension EventFile {
  /// What is agreed in words about how a metric is measured.
  func readWording(_ section: Section) -> Metric.Wording {
    var wording = Metric.Wording()
    for part in Metric.Wording.Part.allCases {
      wording.parts[part] = section.given(part.rawValue)?.text()
    }
    return wording
  }
}
