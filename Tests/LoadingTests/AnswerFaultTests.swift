import Testing

@Suite struct AnswerFaultTests {
  private static let answerFile = "bids/alpha/1/answers.csv"

  static let answers = [
    FaultCase(
      "gdpr-28,planned", "gdpr-82,planned",
      "bids/alpha/1/answers.csv:2:1: requirement: expected a name declared under "
        + "requirements, found gdpr-82; did you mean gdpr-28?", in: answerFile
    ),
    FaultCase(
      "iso,comply", "iso,complies",
      "bids/alpha/1/answers.csv:3:2: answer: expected one of comply, partial, "
        + "alternative, planned, non_comply, found complies; did you mean comply?", in: answerFile
    ),
    FaultCase(
      "2027-09", "",
      "bids/alpha/1/answers.csv:2:3: by: expected a calendar month such as 2027-04, found "
        + "nothing", in: answerFile
    ),
    FaultCase(
      "iso,comply,", "iso,comply,2027-01",
      "bids/alpha/1/answers.csv:3:3: by: expected an empty field for comply, found 2027-01",
      in: answerFile
    ),
    FaultCase(
      "certificate", "certified",
      "bids/alpha/1/answers.csv:2:4: evidence: expected one of none, "
        + "self_declared, certificate, independent_audit, found certified; did you mean "
        + "certificate?", in: answerFile
    ),
    FaultCase(
      "iso,comply,,,,", "iso,comply,,,,\niso,partial,,,,",
      "bids/alpha/1/answers.csv:4:1: requirement: is there already, at line 3, found iso",
      in: answerFile
    ),
  ]

  @Test(arguments: answers) func faults_of_answers_tell_their_place(_ fault: FaultCase) throws {
    try fault.check()
  }
}
