import Tables

/// The columns of an `answers.csv`.
struct AnswerColumns {
  static let declared = Columns(
    required: ["requirement", "answer"],
    optional: ["by", "evidence", "text", "page"] + proof + assessment
  )

  /// What is known of the evidence.
  private static let proof = [
    "issuer", "entity", "site", "sub_processors", "file", "sha256", "issued", "expires", "renewal",
  ]

  /// What was made of the answer.
  private static let assessment = [
    "assessor", "assessed", "rationale", "residual_risk", "remediation", "remediation_owner",
    "remediation_by", "accepted_by", "cost",
  ]

  let requirement, answer, by, evidence, text, page: Column
  let issuer, entity, site, subProcessors, file, sha256, issued, expires, renewal: Column
  let assessor, assessed, rationale, residualRisk, remediation: Column
  let remediationOwner, remediationBy, acceptedBy, cost: Column

  init(_ table: TableReader) {
    requirement = table.column("requirement")
    answer = table.column("answer")
    by = table.column("by")
    evidence = table.column("evidence")
    text = table.column("text")
    page = table.column("page")
    issuer = table.column("issuer")
    entity = table.column("entity")
    site = table.column("site")
    subProcessors = table.column("sub_processors")
    file = table.column("file")
    sha256 = table.column("sha256")
    issued = table.column("issued")
    expires = table.column("expires")
    renewal = table.column("renewal")
    assessor = table.column("assessor")
    assessed = table.column("assessed")
    rationale = table.column("rationale")
    residualRisk = table.column("residual_risk")
    remediation = table.column("remediation")
    remediationOwner = table.column("remediation_owner")
    remediationBy = table.column("remediation_by")
    acceptedBy = table.column("accepted_by")
    cost = table.column("cost")
  }
}
