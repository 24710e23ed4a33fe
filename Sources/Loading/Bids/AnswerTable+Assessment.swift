import Contracts
import Tables

/// What was made of an answer.
extension AnswerTable {
  func assessment(
    _ record: borrowing Record, _ columns: AnswerColumns
  ) -> Answer.Assessment {
    var assessment = Answer.Assessment()
    assessment.assessor = record.textIfPresent(columns.assessor) ?? ""
    assessment.assessed = day(record, columns.assessed)
    assessment.rationale = record.textIfPresent(columns.rationale) ?? ""
    if record.textIfPresent(columns.residualRisk) != nil {
      assessment.residualRisk = record.word(
        columns.residualRisk, of: Answer.Risk.self, in: file, folder.findings)
    }
    assessment.remediation = record.textIfPresent(columns.remediation) ?? ""
    assessment.remediationOwner = record.textIfPresent(columns.remediationOwner) ?? ""
    assessment.remediationBy = day(record, columns.remediationBy)
    assessment.acceptedBy = record.textIfPresent(columns.acceptedBy) ?? ""
    assessment.cost = cost(record, columns)
    return assessment
  }

  private func cost(_ record: borrowing Record, _ columns: AnswerColumns) -> Double? {
    guard let cost = record.numberIfPresent(columns.cost) else { return nil }
    guard Bounds.amount.contain(cost) else {
      report(
        Bounds.amount.reason(against: cost), record.place(of: columns.cost),
        found: record.textIfPresent(columns.cost) ?? ""
      )
      return nil
    }
    return cost
  }
}
