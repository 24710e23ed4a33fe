import Assay
import TestKit
import Testing

@Suite struct SettleTests {
  // scenarios/contact-centre/actuals/beta.csv
  private static func beta() throws -> SettlementCase {
    let folder = Project.path("scenarios/contact-centre")
    return try loadCase(ofBid: "beta", inEvent: folder, actuals: folder + "/actuals/beta.csv")
  }

  @Test func a_statement_reads_as_recorded() throws {
    let text = try Self.beta().report().text
    expectGolden(text, named: "contact-centre-statement.txt")
    #expect(tooWide(text).isEmpty)
  }

  @Test func a_month_of_a_statement_reads_as_recorded() throws {
    let text = try Self.beta().report(month: 13).text
    expectGolden(text, named: "contact-centre-statement-month.txt")
    #expect(tooWide(text).isEmpty)
  }

  @Test func a_statement_for_machines_fits_its_schema() throws {
    for month in [nil, 13] {
      #expect(try schemaFaults(Self.beta().report(month: month).json, "statement") == [])
    }
  }

  @Test func lines_add_up_to_totals_to_the_cent() throws {
    let json = try JsonValue(document: Self.beta().report().json)
    for month in json["readings"].values[0]["months"].values {
      let lines = month["lines"].values.filter { $0["kind"].text != "loss" }
      let sum = lines.reduce(0) { $0 + ($1["amount"].number ?? .nan) }
      let due = month["totals"].values.first { $0["total"].text == "net_due" }
      #expect(abs(sum - (due?["amount"].number ?? .nan)) < 0.005)
    }
  }

  @Test func a_table_has_a_row_for_each_month_and_line() throws {
    let rows = try Self.beta().report().csv.split(separator: "\n")
    #expect(rows.first == "reading,month,calendar_month,what,clause,name,value")
    #expect(rows.contains("as_drafted,4,2027-07,charge,service-fee,service-fee,572000.0"))
    #expect(rows.filter { $0.contains(",total,,net_due,") }.count == 18)
  }

  @Test func a_statement_says_whether_other_remedies_are_open() throws {
    let metavante = try loadCase(
      at: Project.path("scenarios/contracts/01-metavante-oriental/statement.yaml"))
    #expect(try metavante.report().text.contains("Service credits are the sole remedy"))
    #expect(try !Self.beta().report().text.contains("remed"))
  }

  // The month without a satisfaction survey.
  @Test func what_was_not_measured_is_no_default() throws {
    let statement = try #require(try Self.beta().statements().first).statement
    #expect(statement.value(of: .attainment(level: "satisfy"), in: .month(11)) == nil)
    #expect(statement.value(of: .isDefault(level: "satisfy"), in: .month(11)) == 0)
  }

  @Test func the_command_names_the_bid_that_was_meant() throws {
    let run = try Command.run(
      ["settle", Project.path("scenarios/contact-centre"), "--bid", "betta"])
    #expect(run.exitCode == 2)
    #expect(run.complaints.contains("did you mean beta?"))
    #expect(run.complaints.contains("1 fault"))
  }

  @Test func the_command_refuses_a_month_of_which_nothing_is_known() throws {
    let run = try Command.run(
      [
        "settle", Project.path("scenarios/contact-centre"), "--bid", "beta", "--month", "19",
      ])
    #expect(run.exitCode == 2)
    #expect(run.complaints.contains("there is no month 19: months are 1 to 18"))
  }
}
