import Contracts
import Futures
import Glibc
import Quantities
import Rows
import Settlement

/// One random contract, settled by the code and by the reference.
struct Compared {
  let random: RandomContract
  let contract: ResolvedContract
  let ledger: Ledger
  let reference: Reference

  init(_ random: RandomContract) throws {
    self.random = random
    let event = random.event
    let named = Contract(id: "random", clauses: random.clauses)
    var resolved = try named.resolved(in: event, metrics: event.metrics.map(\.id))
    resolved.leavingPays = random.path.leavingPays
    contract = resolved
    let ledger = Ledger()
    Self.settle(resolved, random, into: ledger)
    self.ledger = ledger
    reference = Reference(event: event, clauses: random.clauses, path: random.path)
  }

  static func settle(
    _ contract: ResolvedContract, _ random: RandomContract, into sink: any Sink
  ) {
    let arena = Arena()
    let event = random.event
    let volumes = event.serviceLines.map { random.path.volumes[$0.id] ?? [] }
    let indices = event.indices.map { random.path.indices[$0] ?? [] }
    let attainments = event.metrics.map { random.path.attainments[$0.id] ?? [] }
    let world = World(volumes: volumes, indices: indices, horizon: event.horizon, in: arena)
    let path = ProviderPath(given: attainments, uniforms: contract.uniforms.count, arena: arena)
    contract.settle(in: world, along: path, into: sink, arena: arena)
  }

  /// The first line and month in which both differ, in words; nothing where they agree.
  func difference() -> (line: String, text: String)? {
    var settled: [String: [Double]] = [:]
    for line in contract.lines {
      settled[line.title] = Array(repeating: 0, count: contract.horizon)
    }
    for entry in ledger.entries {
      settled[contract.lines[entry.line].title]?[entry.month - 1] += entry.amount
    }
    let largest = reference.lines.values.flatMap { $0 }.map(abs).max() ?? 0
    let tolerance = 1e-9 * max(largest, 1)
    let titles = contract.lines.map(\.title)
    let others = reference.lines.keys.filter { !titles.contains($0) }.sorted()
    for title in titles + others {
      let expected = reference.lines[title]
      for month in 1...contract.horizon {
        let one = expected?[month - 1] ?? 0
        let other = settled[title]?[month - 1] ?? 0
        if abs(one - other) <= tolerance || (one.isNaN && other.isNaN) { continue }
        let known = expected == nil ? " (a line that the reference has not)" : ""
        return (title, "month \(month), \(title)\(known): page \(one), code \(other)")
      }
    }
    return nil
  }
}

extension Compared {
  /// The first entry whose present value is not that of its due month, in words.
  func presentValueDifference() -> String? {
    for entry in ledger.entries {
      let line = contract.lines[entry.line]
      let due = reference.dueMonths(of: line.kind, entry.month)
      let rate = random.event.discounting.rate
      let expected = entry.amount * pow(1 + rate, -due / 12)
      if abs(expected - entry.presentValue) > 1e-9 * abs(expected) {
        return "month \(entry.month), present value of \(line.title): "
          + "page \(expected), code \(entry.presentValue)"
      }
    }
    return nil
  }
}

extension RandomContract {
  /// The contract without every clause that the difference in the same line does not need.
  func shrunk(to line: String) -> RandomContract {
    var small = self
    var position = 0
    while position < small.clauses.count {
      var smaller = small
      smaller.clauses.remove(at: position)
      // What no longer resolves needs the clause.
      if (try? Compared(smaller))?.difference()?.line == line {
        (small, position) = (smaller, 0)
      } else {
        position += 1
      }
    }
    return small
  }

  /// The contract and its path, to look at.
  var described: String {
    let clauses = clauses.map { "\($0.name): \($0.clause)" }.joined(separator: "\n")
    let baselines = event.serviceLines.map { "\($0.id): \($0.baseline)" }.joined(separator: "\n")
    return "\(clauses)\n\(event.firstMonth), \(horizon) months, \(event.metrics)\n"
      + "\(event.startLevels)\n\(baselines)\n\(path)"
  }
}
