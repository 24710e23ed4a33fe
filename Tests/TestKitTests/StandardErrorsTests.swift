import Testing

@testable import TestKit

@Suite struct StandardErrorsTests {
  @Test func four_standard_errors_are_allowed_and_no_more() {
    expectClose(10.39, 10, standardError: 0.1, seed: 1)
    expectClose(10, 10, standardError: 0, seed: 1)
    #expect(complaint(about: 10.39, 10, standardError: 0.1, seed: 1) == nil)
    #expect(complaint(about: 10.41, 10, standardError: 0.1, seed: 1) != nil)
    #expect(complaint(about: 10.3, 10, standardError: 0.1, within: 2, seed: 1) != nil)
    #expect(complaint(about: 10.1, 10, standardError: 0, seed: 1) != nil)
  }

  @Test(arguments: [(Double.nan, 1.0, 1.0), (1, .nan, 1), (1, 1, .nan), (1, 1, -1)])
  func what_is_no_number_is_not_close(estimate: Double, truth: Double, standardError: Double) {
    #expect(complaint(about: estimate, truth, standardError: standardError, seed: 1) != nil)
  }

  @Test func a_failure_prints_everything_that_led_to_it() throws {
    let words = try #require(complaint(about: 12, 10, standardError: 0.5, within: 3, seed: 17))
    for fact in ["12.0", "10.0", "2.0", "0.5", "4.0", "3.0", "17"] {
      #expect(words.contains(fact))
    }
  }

  @Test func what_is_too_far_fails_the_test() async throws {
    let test = try #require(Test.current)
    try await confirmation { isRecorded in
      let trait: IssueHandlingTrait = .compactMapIssues { _ in
        isRecorded()
        return nil
      }
      try await trait.provideScope(for: test, testCase: Test.Case.current) {
        expectClose(12, 10, standardError: 0.1, seed: 1)
      }
    }
  }
}
