import Testing

@testable import Tables

@Suite struct HeaderTests {
  private let columns = Columns(required: ["month", "volume"], optional: ["note"])

  @Test func missing_and_unknown_columns_are_told_with_the_nearest_name() {
    let reader = table("month,volumes,zzz\n2027-01,1,2\n", columns: columns)
    #expect(
      reader.faults.reasons == [
        .missingColumn(nearest: "volumes"),
        .unknownColumn(nearest: "volume"),
        .unknownColumn(nearest: nil),
      ]
    )
    #expect(reader.faults.kept.map(\.found) == ["volume", "volumes", "zzz"])
  }

  @Test func other_columns_may_be_allowed() {
    var columns = columns
    columns.allowsOthers = true
    #expect(table("month,volume,zzz\n", columns: columns).faults.isEmpty)
  }

  @Test func a_missing_column_is_told_once_and_reads_as_nothing() {
    let reader = table("month\n2027-01\n2027-02\n", columns: columns)
    let volume = reader.column("volume")
    #expect(!volume.isPresent)
    #expect(reader.load { $0.number(volume) }.value.isEmpty)
    #expect(reader.faults.count == 1)
  }

  @Test func an_optional_column_may_be_absent() {
    let reader = table("volume,month\n1,2027-01\n", columns: columns)
    let note = reader.column("note")
    let notes = reader.load { record in record.textIfPresent(note) ?? "none" }
    #expect(notes.isSound)
    #expect(notes.value == ["none"])
  }

  @Test func double_and_empty_names_are_faults() {
    let reader = table("a,b,a,\n")
    #expect(reader.faults.reasons == [.duplicateColumn(firstField: 1), .unnamedColumn])
    #expect(reader.faults.kept.map(\.place.field) == [3, 4])
  }

  @Test(arguments: ["", "\n\n", "\"a\nb\n1\n"])
  func without_a_header_no_record_is_read(_ text: String) {
    let reader = table(text)
    #expect(reader.fields().isEmpty)
    #expect(reader.faults.reasons.last == .noHeader)
  }

  @Test func an_undeclared_column_is_not_looked_up() async {
    await #expect(processExitsWith: .failure) {
      _ = table("a\n", columns: Columns(required: ["a"])).column("b")
    }
  }
}
