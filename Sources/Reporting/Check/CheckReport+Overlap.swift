import Contracts
import Decision

extension CheckReport {
  /// Which effects enter which criteria; nothing where a single criterion counts.
  var overlapSection: CheckSection? {
    guard let overlap = review?.overlap, overlap.criteria.count > 1 else { return nil }
    var body: CheckSection.Body = [.table(overlap.table)]
    if !overlap.sentences.isEmpty { body.append(.points(overlap.sentences)) }
    return CheckSection(
      key: "overlap", heading: "What enters which criterion", body: body, json: overlap.json,
      count: nil, fails: .never)
  }
}
