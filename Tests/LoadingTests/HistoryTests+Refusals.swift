import Calibration
import FoundationEssentials
import Futures
import Loading
import Quantities
import Testing

// What a history is refused for, and what is noted of it.
extension HistoryTests {
  @Test(arguments: [
    (
      "alpha: A", "alpha: a1",
      "event.yaml:43:26: assumptions/history/performance/alpha: expected a name declared under "
        + "providers of the history, found a1"
    ),
    (
      "series: calls", "series: call",
      "event.yaml:42:43: assumptions/history/demand/voice/series: expected a name declared under "
        + "series of the mapping, found call; did you mean calls?"
    ),
  ])
  func a_name_that_the_history_does_not_know_is_refused(
    _ old: String, _ new: String, _ fault: String
  ) throws {
    let faults = try fixture().replacing(old, with: new).faults()
    #expect(faults.count == 1)
    #expect(faults.first?.hasPrefix(fault) == true, "\(faults)")
  }

  @Test func shares_in_per_cent_without_a_unit_are_refused() throws {
    let mapping = Self.wide.replacing(", unit: percent", with: "")
    #expect(
      try fixture(mapping: mapping).faults() == [
        "map.yaml:7:3: series/speed: 60 values of this share lie outside 0 to 1; is unit: percent "
          + "missing?"
      ]
    )
  }

  @Test func what_occurs_in_no_row_is_refused() throws {
    let data = Self.history(isLong: true)
    let filtered = Self.long + "filters: {who: Z}\n"
    #expect(
      try faults(filtered, data)
        == ["map.yaml:12:16: filters/who: occurs in no row of the history, found Z"]
    )
    let renamed = Self.long.replacing("calls: {}", with: "calls: {value: Calls}")
    #expect(
      try faults(renamed, data) == [
        "map.yaml:10:3: series/calls: occurs in no row of the history, found Calls; did you mean "
          + "calls?"
      ]
    )
    let twice = Self.long.replacing("calls: {}", with: "calls: {value: speed}")
    #expect(
      try faults(twice, data)
        == ["map.yaml:11:3: series/speed/value: is there already, at line 10, found speed"])
  }

  @Test func a_day_that_is_none_is_refused() throws {
    let mapping = Self.wide.replacing("yyyy-MM", with: "dd/MM/yyyy")
    let wrong = try faults(mapping, "month,who,calls,speed_pct,n\n31/11/2023,A,5,,\n")
    #expect(wrong == ["data.csv:2:1: month: expected a month written dd/MM/yyyy, found 31/11/2023"])
  }

  @Test func a_mapping_names_no_file_outside_its_folder() throws {
    let mapping = Self.wide.replacing("data.csv", with: "../../secret.csv")
    #expect(try faults(mapping, "").first?.hasPrefix("map.yaml:1:7: file: expected a name") == true)
  }

  @Test func a_broken_history_is_the_only_fault() throws {
    var fixture = fixture()
    fixture.files["data.csv"] = "month,who\n"
    #expect(
      try fixture.faults() == [
        "data.csv:1: calls: this column is missing", "data.csv:1: n: this column is missing",
        "data.csv:1: speed_pct: this column is missing",
      ]
    )
  }

  @Test func values_and_months_that_are_left_out_are_noted() throws {
    var fixture = fixture().replacing("start: 2027-04", with: "start: 2026-05")
    fixture.files["data.csv"] = Self.history(isLong: false)
      .replacing("2024-01,A,1000,80", with: "2024-01,A,1000,105")
    let notes = try fixture.load().notes
    #expect(notes.contains(.valuesLeftOut(provider: "A", metric: "speed", count: 1)))
    #expect(notes.contains(.historyIntoTerm(months: 2)))
  }
}
