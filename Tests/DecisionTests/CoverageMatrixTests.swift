import Contracts
import Decision
import Quantities
import Testing

@Suite struct CoverageMatrixTests {
  private static let event = Small.event(
    goLive: 4,
    requirements: [
      Requirement(id: "a", framework: "F", text: "", weight: 1),
      Requirement(id: "b", framework: "F", text: "", weight: 2, isMandatory: true),
      Requirement(
        id: "c", framework: "G", text: "", weight: 3, isMandatory: true, due: .goLive,
        also: ["F", "H"]),
      Requirement(id: "d", framework: "F", text: "", weight: 4, due: .goLive),
    ])

  private static let bids = [
    Small.bid(
      "x",
      answers: [
        "a": Answer(status: .comply), "b": Answer(status: .planned(by: Small.month("2028-01"))),
        "c": Answer(status: .partial), "d": Answer(status: .planned(by: Small.month("2027-07"))),
      ]),
    Small.bid("y", answers: ["a": Answer(status: .partial), "b": Answer(status: .alternative)]),
  ]

  private let matrix = CoverageMatrix(of: event, bids: bids)

  @Test func rows_stand_in_the_events_order_and_cells_in_that_of_the_bids() {
    #expect(matrix.rows.map(\.requirement.id) == ["a", "b", "c", "d"])
    #expect(matrix.rows.allSatisfy { $0.cells.map(\.option) == ["x", "y"] })
  }

  @Test func an_answer_is_met_a_gap_a_condition_or_open() {
    #expect(
      matrix.rows.map { $0.cells.map(\.standing) } == [
        [.met, .gap], [.condition, .met], [.open, .open], [.met, .gap],
      ])
  }

  @Test func open_mandatory_items_stand_first_and_then_conditions() {
    let frameworks = matrix.frameworks
    #expect(frameworks.map(\.name) == ["F", "G", "H"])
    #expect(
      frameworks.map { $0.rows.map(\.requirement.id) } == [["c", "b", "a", "d"], ["c"], ["c"]])
  }

  @Test func an_alternative_or_unproven_answer_is_not_whole() throws {
    #expect(matrix.rows[0].cells.map(\.isWhole) == [true, false])
    #expect(!matrix.rows[1].cells[1].isWhole)
    var proof = Answer.Proof()
    proof.expires = CalendarDay("2027-05-01")
    func cell() throws -> CoverageMatrix.Cell {
      let answer = Answer(status: .comply, evidence: .certificate, proof: proof)
      let bid = Small.bid("x", answers: ["a": answer])
      return try #require(CoverageMatrix(of: Self.event, bids: [bid]).rows.first?.cells.first)
    }
    #expect(try cell().isWhole && cell().atGoLive == .renewed)
    proof.renewal = .refused
    #expect(try !cell().isWhole && cell().atSignature == .valid && cell().atGoLive == .lapsed)
    proof.renewal = .probability(0.5)
    #expect(try !cell().isWhole && cell().atGoLive == .perhapsRenewed(0.5))
  }

  // F has a, b, c and d of weights 1, 2, 3 and 4; the plan of d is met at go-live.
  @Test func one_answer_counts_for_several_frameworks() {
    let coverage = Self.bids[0].coverage(of: Self.event)
    #expect(coverage.map(\.framework) == ["F", "G", "H"])
    let expected = [(1 * 0.7 + 3 * 0.35 + 4 * 0.7) / 10, 0.35, 0.35]
    for (own, share) in zip(coverage, expected) { #expect(abs(own.atGoLive - share) < 1e-15) }
    #expect(coverage.map(\.openAtGoLive) == [["b", "c"], ["c"], ["c"]])
    let all = Self.bids[0].overallCoverage(of: Self.event)
    #expect(abs(all.atGoLive - expected[0]) < 1e-15)
    #expect(all.openAtGoLive == ["b", "c"])
  }
}
