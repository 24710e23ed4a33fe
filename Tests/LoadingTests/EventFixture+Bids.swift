extension EventFixture {
  /// The small good event with every file that a bid may have, and every column of its answers.
  static var full: EventFixture {
    var fixture = EventFixture()
    fixture.files["bids/alpha/1/answers.csv"] = recordedAnswers
    fixture.files["bids/alpha/1/deviations.csv"] = deviations
    fixture.files["bids/alpha/1/iso.pdf"] = "abc"
    return fixture
  }

  private static let recordedAnswers = """
    requirement,answer,by,evidence,issuer,entity,site,sub_processors,file,issued,expires,renewal,\
    assessor,assessed,rationale,residual_risk,remediation,remediation_owner,remediation_by,\
    accepted_by,cost,text,page
    gdpr-28,planned,2027-09,self_declared,,,,A; B,,,,,Doe,2026-12-01,Late,high,Sign,Roe,2027-08-31,\
    ,12000,"Soon, we hope",12
    iso,comply,,certificate,Body,Alpha SE,Lille,,iso.pdf,2025-01-31,2027-05-01,80%,,,,low,,,,CISO,,,

    """

  private static let deviations = """
    path,value,stance,page,note
    terms/payment,,accept,3,Agreed
    terms/credits/cap,10%,modify,4,"Less, please"
    terms/credits/repeat,,reject,4,
    terms/service_levels/answer,"{target: 78%, from: 5}",modify,5,

    """
}
