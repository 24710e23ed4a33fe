import Testing

@testable import TestKit

@Suite struct ClausePageTests {
  private static let page = """
    # Credit cap

    | charge | note |
    |---|---|
    | 1 | not in the example |

    ## Worked example

    Two months.

    | month | charge | **credit** | `share` | note |
    |---|--:|--:|--:|---|
    | 2027-04 | 1,000.00 | −12.5 | 12.5% | either a \\| b |
    | 2027-05 | € 2 000 | **0.0** | – | |

    ### The year

    | total |
    |---|
    | 3,000 |

    ## Exclusions

    | charge |
    |---|
    | 9 |
    """

  @Test func the_rows_are_those_under_the_heading_alone() throws {
    let page = try ClausePage("CreditCap", markdown: Self.page)
    #expect(page.tables.map(\.count) == [2, 1])
    #expect(try page.rows.map { row in try row.text("month") } == ["2027-04", "2027-05"])
    #expect(try page.tables[1][0].number("total") == 3_000)
  }

  @Test func a_cell_is_a_text_and_perhaps_a_number() throws {
    let rows = try ClausePage("CreditCap", markdown: Self.page).rows
    #expect(try rows[0].number("charge") == 1_000)
    #expect(try rows[1].number("charge") == 2_000)
    #expect(try rows[0].number("credit") == -12.5)
    #expect(try rows[0].number("share") == 0.125)
    #expect(try rows[0].text("note") == "either a | b")
    #expect(rows[0].says("share"))
    #expect(!rows[1].says("share"))
    #expect(!rows[0].says("cap"))
    #expect(rows[0].numbers == ["charge": 1_000, "credit": -12.5, "share": 0.125])
  }

  @Test func a_cell_is_held_to_the_decimals_that_it_shows() throws {
    let row = try #require(try ClausePage("CreditCap", markdown: Self.page).rows.first)
    row.expect(1_000.004, in: "charge")
    row.expect(-12.45, in: "credit")
    row.expect(0.1254, in: "share")
    for (value, column) in [
      (1_000.006, "charge"), (-12.44, "credit"), (0.1256, "share"), (.nan, "charge"),
    ] {
      #expect(try row.complaint(about: value, in: column) != nil)
    }
    #expect(throws: ClausePageFault.self) { try row.complaint(about: 1, in: "month") }
    #expect(throws: ClausePageFault.self) { try row.complaint(about: 1, in: "cap") }
  }

  @Test func a_page_without_an_example_says_what_is_missing() {
    #expect(throws: ClausePageFault.noPage("NoSuchClause")) { try ClausePage("NoSuchClause") }
    #expect(throws: ClausePageFault.noExample("X")) { try ClausePage("X", markdown: "# X") }
    #expect(throws: ClausePageFault.noTable("X")) {
      try ClausePage("X", markdown: "## Worked example\n\n## Sources\n\n| a |\n|---|\n| 1 |")
    }
    #expect(throws: ClausePageFault.ragged("X", row: 1, cells: 1, columns: 2)) {
      try ClausePage("X", markdown: "## Worked example\n| a | b |\n|---|---|\n| 1 |\n")
    }
  }

  @Test func a_cell_that_is_not_there_or_no_number_is_a_fault() throws {
    let row = try #require(
      try ClausePage("X", markdown: "## Worked example\n|a|\n|-|\n|1-2|").rows.first
    )
    #expect(throws: ClausePageFault.noColumn("X", "b", among: ["a"])) { try row.number("b") }
    #expect(throws: ClausePageFault.noNumber("X", row: 1, column: "a", found: "1-2")) {
      try row.number("a")
    }
  }
}
