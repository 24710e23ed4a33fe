import Contracts
import Quantities

/// Reads the terms of one option: the draft terms with its own and all overrides laid over them.
struct Terms {
  let context: EventContext
  let folder: EventFolder

  /// The names under `terms/indexation`.
  let indexations: [String]

  /// Those of them that follow an index, and are not escalators.
  let followers: [String]

  /// The names under `terms/prices`.
  let statedPrices: [String]

  /// Those of them that are part of the month's charge before minimums are.
  let chargedPrices: [String]

  /// The service levels by their names.
  let levels: [String]

  /// The service lines that have a volume band.
  let bands: [String]

  /// By how much the prices of `prices.csv` change.
  var priceChanges: PriceChanges

  /// The prices by name, where all of them could be read.
  var priceNames: [String]?

  /// The prices by a name that means several of them.
  var priceGroups: [String: [String]] = [:]

  /// The option whose terms they are.
  var option = ""

  let written: WrittenValue

  init(_ written: WrittenValue, context: EventContext, folder: EventFolder) {
    func entries(_ key: String) -> [WrittenEntry] {
      let entries = written.entries?.first { $0.key == key }?.value.entries ?? []
      return entries.filter { !$0.value.isNull }
    }
    func keys(_ key: String) -> [String] { entries(key).map(\.key) }
    self.written = written
    self.context = context
    self.folder = folder
    indexations = keys("indexation")
    followers = entries("indexation").filter { !$0.value.holds("rate") }.map(\.key)
    statedPrices = keys("prices")
    chargedPrices = entries("prices").filter { !$0.value.isBesidePrices }.map(\.key)
    levels = keys("service_levels")
    bands = keys("volume_bands")
    priceChanges = PriceChanges(in: written, folder.findings)
  }

  /// The contract of option `id`, its clauses in the order of families: adjustment, price, volume,
  /// service, exit.
  func contract(_ id: String, prices: PriceList) -> Contract {
    let item = Item(
      value: written, keySpot: written.spot, path: "terms", findings: folder.findings
    )
    var terms = self
    terms.priceGroups = prices.groups
    if prices.isSound { terms.priceNames = prices.clauses.map(\.name) + chargedPrices }
    let contract = item.section { section in
      terms.checkPriceChanges(section, prices)
      return Contract(
        id: id, clauses: terms.clauses(section, prices),
        rounding: section.given("rounding")?.section(readRounding) ?? Rounding())
    }
    return contract ?? Contract(id: id, clauses: [])
  }

  private func clauses(_ section: Section, _ prices: PriceList) -> [Contract.Named] {
    let families: [[Contract.Named]] = [
      adjustment(section), prices.factors, prices.clauses, stated(section, prices),
      currency(section),
      payment(section), volume(section, prices), commitments(section), taxes(section),
      lateAndPrompt(section), service(section), losses, exit(section),
    ]
    return families.flatMap(\.self)
  }

  private func readRounding(_ section: Section) -> Rounding? {
    let mode = section.given("mode").map { $0.choice(of: Rounding.Mode.self) } ?? .halfUp
    let places = section.given("places").map { $0.whole(-6...9) } ?? 2
    guard let mode, let places else { return nil }
    return Rounding(mode, places: places)
  }

  /// The loss from poor service is the buyer's own and the same for every option.
  private var losses: [Contract.Named] {
    context.losses.map { Contract.Named($0.metric, .poorServiceLoss($0)) }
  }
}

extension Section {
  /// The clauses made of the named values under `key`.
  func clauses(
    _ key: String, _ body: (_ name: String, _ item: Item) -> Clause?
  ) -> [Contract.Named] {
    (given(key)?.named() ?? []).compactMap { name, item in
      guard item.keyIsSafe(name) else { return nil }
      return body(name, item).map { Contract.Named(name, $0) }
    }
  }

  /// The clause made of the single value under `key`.
  func clause(_ key: String, _ body: (Item) -> Clause?) -> [Contract.Named] {
    given(key).flatMap(body).map { [Contract.Named(key, $0)] } ?? []
  }
}
