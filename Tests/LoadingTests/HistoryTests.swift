import Calibration
import FoundationEssentials
import Futures
import Loading
import Quantities
import Testing

@Suite struct HistoryTests {
  /// Rows of both shapes for 30 months and two providers; the values vary without chance.
  static func history(isLong: Bool) -> String {
    var text = isLong ? "month,who,what,value,n\n" : "month,who,calls,speed_pct,n\n"
    for provider in ["A", "B"] {
      for index in 0..<30 {
        guard let start = CalendarMonth("2024-01") else { continue }
        let month = start + index
        let calls = 1_000 + (index * 37) % 50
        let speed = 80 + (index * 13 + (provider == "A" ? 0 : 5)) % 7
        if isLong {
          text += "\(month),\(provider),calls,\(calls),\n\(month),\(provider),speed,\(speed),900\n"
        } else {
          text += "\(month),\(provider),\(calls),\(speed),900\n"
        }
      }
    }
    return text
  }

  static let wide = """
    file: data.csv
    shape: wide
    period: {column: month, format: yyyy-MM}
    provider: {column: who}
    series:
      calls: {column: calls}
      speed: {column: speed_pct, unit: percent, sample: n}

    """

  static let long = """
    file: data.csv
    source: made up
    shape: long
    period: {column: month, format: yyyy-MM}
    provider: {column: who}
    series_column: what
    value_column: value
    sample_column: n
    series:
      calls: {}
      speed: {unit: percent}

    """

  static let assumption = """
    assumptions:
      history:
        mapping: map.yaml
        demand: {voice: {provider: A, series: calls}}
        performance: {alpha: A, beta: B}

    """

  func fixture(mapping: String = wide, isLong: Bool = false) -> EventFixture {
    var fixture = EventFixture().replacing("assumptions:\n", with: Self.assumption)
    for id in ["beta", "gamma"] {
      fixture.files["bids/\(id)/1/bid.yaml"] = EventFixture.bid
      fixture.files["bids/\(id)/1/prices.csv"] = EventFixture.prices
    }
    fixture.files["map.yaml"] = mapping
    fixture.files["data.csv"] = Self.history(isLong: isLong)
    return fixture
  }

  func record(
    _ mapping: String, _ data: String
  ) throws -> Result<HistoryRecord, LoadingError> {
    let fixture = EventFixture(files: ["map.yaml": mapping, "data.csv": data])
    return try fixture.written { folder in
      do throws(LoadingError) {
        return .success(try loadHistory(mapping: "\(folder)/map.yaml"))
      } catch {
        let faults = error.faults.map { fault in
          var fault = fault
          fault.file = fault.file.split(separator: "/").last.map(String.init) ?? ""
          return fault
        }
        return .failure(LoadingError(faults: faults))
      }
    }
  }

  func faults(_ mapping: String, _ data: String) throws -> [String] {
    switch try record(mapping, data) {
    case .success: []
    case .failure(let error): error.faults.map(\.description)
    }
  }

  @Test func both_shapes_give_the_same_history() throws {
    let wide = try record(Self.wide, Self.history(isLong: false)).get()
    let long = try record(Self.long, Self.history(isLong: true)).get()
    let key = History.Key(provider: "B", series: "speed")
    #expect(wide.providers == ["A", "B"])
    #expect(wide.shares == ["speed"])
    #expect(long.source == "made up")
    #expect(wide.history.series[key] == long.history.series[key])
    #expect(wide.history.series[key]?.count == 30)
    #expect(wide.history.series[key]?.first?.value == 0.85)
    #expect(wide.history.series[key]?.first?.sample == 900)
  }

  @Test(arguments: [
    ("yyyy-MM", "2024-03"), ("yyyy-MM-dd", "2024-03-31"), ("dd/MM/yyyy", "31/03/2024"),
    ("MM/yyyy", "03/2024"), ("dd.MM.yyyy", "31.03.2024"), ("d.M.yyyy", "1.3.2024"),
  ])
  func months_are_read_in_the_format_that_is_stated(format: String, text: String) throws {
    let mapping = Self.wide.replacing("yyyy-MM", with: format)
    let data = "month,who,calls,speed_pct,n\n\(text),A,5,,\n"
    let record = try record(mapping, data).get()
    let month = try #require(CalendarMonth("2024-03"))
    #expect(
      record.history.series == [
        History.Key(provider: "A", series: "calls"): [
          History.Observation(month: month, value: 5)
        ]
      ]
    )
    let wrong = try faults(mapping, "month,who,calls,speed_pct,n\n2024,A,5,,\n")
    #expect(wrong == ["data.csv:2:1: month: expected a month written \(format), found 2024"])
  }

  @Test func filters_decimal_commas_and_one_provider_for_all_are_read() throws {
    let mapping = """
      file: data.csv
      shape: wide
      period: {column: m, format: yyyy-MM}
      provider: {name: incumbent}
      filters: {kind: total}
      decimal_comma: true
      delimiter: ";"
      series: {calls: {column: c}}
      """
    let data = "m;kind;c\n2024-01;total;1,5\n2024-01;part;1\n"
    let record = try record(mapping, data).get()
    let values = record.history.series[History.Key(provider: "incumbent", series: "calls")]
    #expect(values?.map(\.value) == [1.5])
  }

  @Test func two_rows_for_one_month_are_a_fault() throws {
    let data = "month,who,calls,speed_pct,n\n2024-01,A,5,,\n2024-01,A,6,,\n2024-02,A,x,,\n"
    #expect(
      try faults(Self.wide, data) == [
        "data.csv:3:3: calls: several rows for one provider, month and series, found 2024-01",
        "data.csv:4:3: calls: not a number, found x",
      ]
    )
  }

  @Test func faults_of_a_mapping_tell_their_place() throws {
    let mapping = Self.wide.replacing("who}", with: "whom}").replacing(
      "shape: wide", with: "shape: w")
    #expect(
      try faults(mapping, "")
        == ["map.yaml:2:8: shape: expected one of wide, long, found w"]
    )
    let unknown = Self.wide.replacing("who}", with: "whom}")
    #expect(
      try faults(unknown, Self.history(isLong: false))
        == ["data.csv:1: whom: this column is missing; did you mean who?"]
    )
    let absent = Self.wide.replacing("data.csv", with: "date.csv")
    #expect(try faults(absent, "").count == 1)
  }

  @Test func what_is_stated_goes_before_history_and_history_before_peers() throws {
    let dossier = try fixture().load()
    let fits = dossier.performanceFits
    #expect(fits.map(\.provider) == ["A", "B"])
    #expect(dossier.historyProviders == ["alpha": "A", "beta": "B"])
    #expect(dossier.demandFits.map(\.serviceLine) == ["voice"])
    let alpha = try #require(dossier.assumptions.performance["alpha"]?.metrics.first)
    let beta = try #require(dossier.assumptions.performance["beta"]?.metrics.first)
    let gamma = try #require(dossier.assumptions.performance["gamma"]?.metrics.first)
    #expect(alpha.level == Parameter(Link.logit.scaled(0.84)))
    #expect(alpha.persistence == fits[0].rows[0].persistence)
    #expect(beta.level == fits[1].rows[0].level)
    #expect(gamma.level.estimate != beta.level.estimate)
    #expect(gamma.start == .stationary)
    #expect(dossier.notes.contains(.peersStandIn(option: "gamma", metrics: ["speed", "wait"])))
  }

  @Test func demand_takes_from_history_what_is_not_stated() throws {
    let dossier = try fixture().load()
    let voice = dossier.assumptions.demand[0]
    #expect(voice.spread == Parameter(0.06, scale: .log))
    #expect(voice.forecast == Array(repeating: 92_000, count: 24))
    #expect(voice.reading == .mean)
    guard case .observed(_, months: 9) = voice.start else {
      Issue.record("the start is \(voice.start)")
      return
    }
    let forecast = try fixture().replacing("spread: 6%", with: "forecast: history").load()
    let fit = try #require(forecast.demandFits.first)
    let driver = forecast.assumptions.demand[0]
    let month = try #require(CalendarMonth("2027-04"))
    #expect(driver.forecast == fit.forecast(horizon: 24, firstMonth: month))
    #expect(driver.reading == .median)
    #expect(driver.spread == fit.spread)
  }

  @Test func a_history_that_is_not_there_is_the_only_fault() throws {
    var fixture = fixture().replacing(
      "    peers:\n      wait: {level: {mean: 40, error: 0.1}, spread: 0.2, persistence: 0.5}\n",
      with: ""
    )
    fixture.files["data.csv"] = nil
    let faults = try fixture.faults()
    #expect(faults.count == 1)
    #expect(
      faults[0].hasPrefix(
        "data.csv: expected a file of history, which lies where --data FOLDER says, found "))
  }

  @Test func history_may_lie_elsewhere() throws {
    var fixture = fixture()
    let data = fixture.files["data.csv"]
    fixture.files["data.csv"] = nil
    fixture.files["other/data.csv"] = data
    try fixture.written { folder in
      let inFolder = try loadEvent(at: folder, data: "\(folder)/other")
      let asFile = try loadEvent(at: folder, data: "\(folder)/other/data.csv")
      #expect(inFolder.dataDigests == asFile.dataDigests)
      #expect(inFolder.dataDigests["data.csv"] != nil)
      #expect(inFolder.digest == asFile.digest)
    }
  }
}
