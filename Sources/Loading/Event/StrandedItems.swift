import Contracts
import Quantities

/// What of today's cost remains with the buyer, as an event states it.
struct StrandedItem: Hashable {
  var name: String
  var amount: Double
  var span: MonthSpan
  var indexation: String?
}

extension EventFile {
  /// The items under `stranded`, which follow indexations among `indexations` of the draft terms.
  func readStranded(
    _ section: Section, goLive: Int, indexations: [String], horizon: Int
  ) -> [StrandedItem] {
    (section.given("stranded")?.named() ?? []).compactMap { name, item in
      guard item.keyIsSafe(name) else { return nil }
      return item.section { section in
        let amount = section.needed("amount")?.number(.amount)
        let first = section.given("from").map { $0.whole(1...horizon) } ?? goLive
        let lastItem = section.given("to")
        let last = lastItem?.whole(1...EventContext.longestHorizon)
        let indexation = section.given("indexation")?
          .reference(to: indexations, kind: "terms/indexation")
        if let last, let first, last < first {
          lastItem?.refuse(.lastAfterFirst)
          return nil
        }
        guard let amount, let first else { return nil }
        return StrandedItem(
          name: name, amount: amount, span: MonthSpan(from: first, to: last),
          indexation: indexation)
      }
    }
  }
}

/// Makes the stranded items clauses of a bid.
struct StrandedItems {
  let context: EventContext
  let draft: WrittenValue

  init(_ context: EventContext, draft: WrittenValue) {
    self.context = context
    self.draft = draft
  }

  /// The items, and before them the draft's own indexations that they follow: a bid's terms do not
  /// change what the buyer pays itself.
  var clauses: [Contract.Named] {
    let needed = Set(context.stranded.compactMap(\.indexation))
    let items = context.stranded.map { item in
      Contract.Named(
        item.name,
        .strandedCost(
          StrandedCost(
            amount: item.amount, span: item.span, indexation: item.indexation.map(Self.name))))
    }
    return (needed.isEmpty ? [] : draftFactors) + items
  }

  /// The factors of the draft terms under names of their own; their faults are told by each bid.
  private var draftFactors: [Contract.Named] {
    let aside = EventFolder(root: "", findings: Findings())
    let item = Item(value: draft, keySpot: draft.spot, path: "terms", findings: aside.findings)
    let factors = item.section { section in
      Terms(draft, context: context, folder: aside).adjustment(section)
    }
    return (factors ?? []).map { named in
      guard case .escalator(var escalator) = named.clause else {
        return Contract.Named(Self.name(named.name), named.clause)
      }
      escalator.indexation = escalator.indexation.map(Self.name)
      return Contract.Named(Self.name(named.name), .escalator(escalator))
    }
  }

  /// The name of the draft's indexation `name` beside those of a bid's terms.
  private static func name(_ name: String) -> String { "\(name) of the draft" }
}
