import Contracts
import Decision
import Loading
import Settlement

extension CheckReport {
  /// Where bids depart from usual terms: what all share first, and then bid by bid.
  var departureSection: CheckSection {
    let departures = (review?.departures ?? []).filter { tells(of: $0.bid) }
    var body: CheckSection.Body = []
    if review == nil {
      body.append(
        .paragraph("Contracts are compared with usual terms once the event has no fault."))
    } else if departures.isEmpty {
      body.append(.paragraph("None."))
    }
    let shared = shared(departures)
    if !shared.isEmpty {
      body += [.paragraph("In every bid:"), .table(Departure.table(shared))]
    }
    for bid in bids {
      let own = departures.filter { departure in
        departure.bid == bid && !shared.contains { $0.isLike(departure) }
      }
      guard !own.isEmpty else { continue }
      body += [.paragraph("In \(bid):"), .table(Departure.table(own))]
    }
    return CheckSection(
      key: "departures", heading: "Departures from usual terms", body: body,
      json: .list(departures.map(\.json)), count: (departures.count, "departure"), fails: .never)
  }

  /// The bids that were compared and are told of.
  private var bids: [String] {
    (checked.dossier?.bids ?? []).map(\.id).filter { bid in
      tells(of: bid) && !refusals.contains { $0.option == bid }
    }
  }

  /// The departures of the first bid that all others have too.
  private func shared(_ departures: [Departure]) -> [Departure] {
    guard let first = bids.first, bids.count > 1 else { return [] }
    return departures.filter { departure in
      departure.bid == first
        && bids.allSatisfy { bid in
          departures.contains { $0.bid == bid && $0.isLike(departure) }
        }
    }
  }
}

extension Departure {
  /// Whether two bids depart in the same way.
  fileprivate func isLike(_ other: Departure) -> Bool {
    key == other.key && found == other.found && path == other.path
  }

  fileprivate static func table(_ departures: [Departure]) -> TextTable {
    var table = TextTable(
      keys: ["term"], ["here", "usual", "leans to", "where"],
      rows: departures.map {
        [$0.term.name, $0.foundWords, $0.term.usualWords, $0.leaning.words, $0.path]
      })
    for place in table.columns.indices { table.columns[place].alignment = .left }
    return table
  }

  fileprivate var foundWords: String {
    switch found {
    case .amount(let amount): term.words(of: amount)
    case .word(let word): word
    case .absent: "nothing"
    }
  }

  /// The departure as facts.
  fileprivate var json: Json {
    let amount: Json = if case .amount(let amount) = found { .number(amount) } else { .null }
    return [
      "bid": .text(bid), "term": .text(key.rawValue), "name": .text(term.name),
      "found": .text(foundWords), "amount": amount, "usual": .text(term.usualWords),
      "leans_to": .text(leaning.rawValue),
      "path": .text(path == "prices" ? "bids/\(bid)/prices.csv" : "bids/\(bid)/terms/\(path)"),
      "assumption": .truth(term.isAssumption), "source": .text(term.source),
    ]
  }
}
