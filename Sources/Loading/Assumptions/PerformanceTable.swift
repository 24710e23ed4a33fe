import Contracts

/// What an event states of the performance of its options.
struct PerformanceTable {
  /// The key for every bid that is not named.
  static let peers = "peers"

  /// What is stated of one option.
  struct Entry {
    var metrics: [String: StatedMetric] = [:]
    var correlations = CorrelationList()
  }

  private(set) var entries: [String: Entry] = [:]

  /// Reads what is stated of `options`, the bids and the baseline.
  init(_ item: Item?, context: EventContext, options: [String]) {
    let known = options + [Self.peers]
    let stated = (item?.named() ?? []).filter { option, item in
      item.keyIsDeclared(option, in: known, kind: "bids")
    }
    let read = Item.mapSideBySide(stated.map(\.item)) { Self.entry($0, context) }
    for (option, entry) in zip(stated.map(\.name), read) { entries[option] = entry }
  }

  private static func entry(_ item: Item, _ context: EventContext) -> Entry {
    let ids = context.metrics.map(\.id)
    var entry = Entry()
    for (name, item) in item.named() {
      if name == "correlations" {
        entry.correlations = CorrelationList(item, names: ids, kind: "metrics")
      } else if item.keyIsDeclared(name, in: ids, kind: "metrics"),
        let metric = context.metric(name)
      {
        entry.metrics[name] = item.section {
          StatedMetric($0, metric: metric, serviceLines: context.serviceLineIds)
        }
      }
    }
    return entry
  }
}
