import Contracts
import Decision
import Glibc
import Simulation

/// Asks over 2,000 seeds whether intervals hold the truth as often as they say, and whether a
/// stopping rule stops wrongly no more often than it says.
///
/// `make honest` runs it; `Honest --truth` prints anew what its second market takes as true.
@main struct Honest {
  private static let seeds = 2_000
  private static let futures = 4_096
  private static let threads = max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))

  static func main() async throws {
    let markets = try HonestMarket.all()
    if let place = CommandLine.arguments.firstIndex(of: "--truth") {
      let futures = CommandLine.arguments.dropFirst(place + 1).first.flatMap { Int($0) }
      return await printTruth(of: markets[1], futures: futures ?? 100_000_000)
    }
    var isHonest = true
    print("95 % intervals at \(futures) futures, \(seeds) seeds: share that hold the truth\n")
    for market in markets where !market.truths.isEmpty {
      let table = await gather(CoverageTable()) {
        let outcome = await market.outcome(futures: futures, seed: $1)
        $0.add(outcome, market.truths)
      }
      isHonest = show(table, of: market) && isHonest
    }
    print("\n--until over \(seeds) seeds: share that stopped wrongly, at most 5 %\n")
    for market in markets where !market.truths.isEmpty {
      for rule in rules(for: market) {
        let stopping = await gather(Stopping()) { await $0.run(rule, market, seed: $1) }
        isHonest = show(stopping, rule, of: market) && isHonest
      }
    }
    if !isHonest { exit(1) }
  }

  private static func rules(for market: HonestMarket) -> [StoppingRule] {
    [
      StoppingRule(
        .precision(market.precision), figures: StoppingRule.Figure.allCases, maxFutures: 65_536),
      StoppingRule(.order(indifference: 0.0005), maxFutures: 20_000),
    ]
  }

  private static func printTruth(of market: HonestMarket, futures: Int) async {
    let outcome = await market.experiment(futures: futures, seed: 1_000_000_007)
      .run(threads: threads)
    for option in market.options.indices { print(Truth(outcome, of: option).source) }
  }

  /// Goes through all seeds on all cores.
  private static func gather<Result: Count>(
    _ empty: Result, _ body: @escaping @Sendable (inout Result, UInt64) async -> Void
  ) async -> Result {
    await withTaskGroup(of: Result.self) { group in
      for thread in 0..<threads {
        group.addTask {
          var part = empty
          for seed in stride(from: thread + 1, through: seeds, by: threads) {
            await body(&part, UInt64(seed))
          }
          return part
        }
      }
      var all = empty
      for await part in group { all.merge(part) }
      return all
    }
  }

  private static func show(_ table: CoverageTable, of market: HonestMarket) -> Bool {
    var isHonest = true
    for figure in Figure.allCases {
      let kinds = [("plain", table.plain[figure]), ("controlled", table.controlled[figure])]
      for (kind, coverage) in kinds {
        guard let coverage else { continue }
        let share = coverage.share
        let error = (share * (1 - share) / Double(coverage.count)).squareRoot()
        let ratio = (coverage.squares.errors / coverage.squares.stated).squareRoot()
        print(
          columns(
            market.name, figure.rawValue, kind,
            "\(percent(share)) (\(percent(share - 2 * error))–\(percent(share + 2 * error)))",
            "error ÷ stated \(decimals(ratio))", coverage.isHonest ? "honest" : "NOT HONEST"))
        isHonest = isHonest && coverage.isHonest
      }
    }
    return isHonest
  }

  private static func show(
    _ stopping: Stopping, _ rule: StoppingRule, of market: HonestMarket
  ) -> Bool {
    let share = Double(stopping.wrong) / Double(stopping.runs)
    print(
      columns(
        market.name, rule.name, "wrong \(percent(share))",
        "settled \(stopping.settled), gave up \(stopping.gaveUp)",
        "\(stopping.futures / max(stopping.runs, 1)) futures a run",
        stopping.isHonest ? "honest" : "NOT HONEST"))
    return stopping.isHonest
  }

  private static func columns(_ cells: String...) -> String {
    let widths = [12, 16, 12, 28, 24, 0]
    return zip(cells, widths).map { cell, width in
      cell + String(repeating: " ", count: max(0, width - cell.count))
    }.joined(separator: "  ")
  }

  private static func percent(_ share: Double) -> String { decimals(100 * share) + " %" }

  private static func decimals(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
  }
}

extension HonestMarket {
  fileprivate func outcome(futures: Int, seed: UInt64) async -> Outcome {
    await experiment(futures: futures, seed: seed).run(threads: 1)
  }
}

extension StoppingRule {
  fileprivate var name: String {
    switch goal {
    case .precision(let share): "within \(share)"
    case .order(let indifference): "order ± \(indifference)"
    }
  }
}
