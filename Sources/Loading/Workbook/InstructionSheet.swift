import Contracts
import Quantities
import Workbooks

/// The first sheet: what the event is, and how the others are filled in.
struct InstructionSheet {
  static let name = "instructions"

  let event: Event

  /// The currencies for which the event has a rate.
  let others: [String]

  var draft: SheetDraft {
    var sheet = SheetDraft(Self.name)
    sheet.widths = [18, 92]
    sheet.isProtected = true
    sheet.heights = [1: 22]
    sheet.tabColor = SheetStyles.tabToRead
    sheet.put(.text(event.title), row: 1, column: 1, style: SheetStyles.title)
    sheet.put(.text("Invitation to bid: workbook for bidders"), row: 2, column: 1)
    var row = 4
    add("The contract", contract, to: &sheet, &row)
    add("What to fill in", sheets, to: &sheet, &row)
    add("How to fill it in", rules, to: &sheet, &row)
    add("Service lines", lines, to: &sheet, &row)
    return sheet
  }

  private func add(
    _ title: String, _ rows: [(String, String)], to sheet: inout SheetDraft, _ row: inout Int
  ) {
    sheet.put(.text(title), row: row, column: 1, style: SheetStyles.purpose)
    row += 1
    for (label, text) in rows {
      sheet.put(.text(label), row: row, column: 1, style: SheetStyles.section)
      sheet.put(.text(text), row: row, column: 2, style: SheetStyles.prose)
      row += 1
    }
    row += 1
  }

  private var contract: [(String, String)] {
    let last = event.firstMonth + (event.horizon - 1)
    return [
      ("currency", currencies),
      ("term", "\(event.horizon) months, \(event.firstMonth) to \(last)"),
      ("go-live", "contract month \(event.goLive), \(event.goLiveMonth)"),
    ]
  }

  private var currencies: String {
    others.isEmpty
      ? "\(event.currency); every price is in it"
      : "\(event.currency); prices may also be in \(others.joined(separator: ", "))"
  }

  private var sheets: [(String, String)] {
    let needed = [
      (BidSheet.name, "your name, and your total if you state one"),
      (SheetSchema.prices.name, "every price, one row each; nothing is charged that is not here"),
      (SheetSchema.answers.name, "one answer for each requirement"),
    ]
    return needed + [
      (SheetSchema.deviations.name, "the draft terms that you change or refuse; may stay empty"),
      (SheetSchema.totals.name, "your own sums by contract year; may stay empty"),
    ]
  }

  private var rules: [(String, String)] {
    [
      ("yellow cells", "are yours to fill in. Grey cells are the buyer's: please leave them."),
      ("numbers", "are typed as numbers, without unit or currency; percentages as 8% or 0.08."),
      ("months", "of the contract are counted from 1; calendar months are written 2027-04."),
      ("formulas", "may be used; save the workbook in a spreadsheet so that they are calculated."),
      ("rows", "may be left empty. Please do not merge cells, nor move or rename columns."),
      ("return", "the workbook as .xlsx or .ods, without a password."),
    ]
  }

  private var lines: [(String, String)] {
    event.serviceLines.map { line in
      let mean = line.baseline.reduce(0, +) / Double(max(line.baseline.count, 1))
      return (
        line.id, "\(line.name), by the \(line.unit); about \(figure(mean.rounded())) a month"
      )
    }
  }
}
