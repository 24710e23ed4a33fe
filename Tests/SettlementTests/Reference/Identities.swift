import Contracts
import Futures
import Quantities
import Rows
import Settlement

/// What holds for every contract in every future, whatever its clauses: each is worked out from
/// what the ledger says, without the reference.
struct Identities {
  let random: RandomContract
  let contract: ResolvedContract
  let ledger: Ledger
  let totals: Totals

  /// The largest amount of the ledger, at least 1.
  private let largest: Double

  init(_ compared: Compared) {
    random = compared.random
    contract = compared.contract
    ledger = compared.ledger
    largest = ledger.entries.reduce(1) { max($0, abs($1.amount)) }
    let totals = Totals(for: contract, in: Arena())
    Compared.settle(contract, random, into: totals)
    self.totals = totals
  }

  /// What does not hold, in words.
  func complaints() -> [String] {
    lineSums() + monthCaps() + longCaps() + balances() + earnings() + prefix()
  }

  /// Whether an amount is above a limit by more than the noise of the amounts that it is made of.
  private func exceeds(_ amount: Double, _ limit: Double) -> Bool {
    amount > limit + 1e-9 * largest
  }

  /// The sum of the entries of month t that `isMeant`.
  private func sum(in t: Int, _ isMeant: (LedgerLine) -> Bool) -> Double {
    ledger.entries.reduce(0) { sum, entry in
      entry.month == t && isMeant(contract.lines[entry.line]) ? sum + entry.amount : sum
    }
  }

  /// The gross charge of month t, where it is not negative.
  private func charged(_ t: Int) -> Double { max(sum(in: t) { $0.kind == .charge }, 0) }

  /// What is credited in month t after all caps, before anything is earned back.
  private func credited(_ t: Int) -> Double {
    -sum(in: t) { $0.kind == .credit && !$0.title.hasSuffix(": earned back") }
  }

  /// Lines add up to totals, to the bit where both discount, and nearly where both do not.
  private func lineSums() -> [String] {
    let isCredit = { (kind: LedgerLine.Kind) in kind == .credit || kind == .bonus }
    let cost = ledger.owed.total(in: contract) { !isCredit($0) }
    let credits = ledger.owed.total(in: contract) { isCredit($0) }
    var nominal = (cost: 0.0, credits: 0.0, size: 0.0)
    for entry in ledger.entries {
      let isTaken = isCredit(contract.lines[entry.line].kind)
      if isTaken { nominal.credits += entry.amount } else { nominal.cost += entry.amount }
      nominal.size += abs(entry.amount)
    }
    var complaints: [String] = []
    if cost.bitPattern != totals.cost[0].bitPattern
      || credits.bitPattern != totals.credits[0].bitPattern
    {
      complaints.append("the lines' present value is not that of the totals")
    }
    if abs(nominal.cost - totals.nominalCost[0]) > 1e-12 * nominal.size
      || abs(nominal.credits - totals.nominalCredits[0]) > 1e-12 * nominal.size
    {
      complaints.append("the lines do not add up to the totals")
    }
    return complaints
  }

  private func monthCaps() -> [String] {
    random.clauses.flatMap { named -> [String] in
      guard case .creditCap(let cap) = named.clause else { return [] }
      return (1...contract.horizon).compactMap { t in
        let limit =
          switch cap.limit {
          case .share(let share): share * charged(t)
          case .amount(let amount): amount
          }
        return exceeds(credited(t), limit) ? "month \(t) credits more than \(named.name)" : nil
      }
    }
  }

  /// A month that credits anything leaves its window within the limit.
  private func longCaps() -> [String] {
    random.clauses.flatMap { named -> [String] in
      guard case .longCreditCap(let cap) = named.clause else { return [] }
      return (1...contract.horizon).compactMap { t in
        guard let (window, limit) = limit(of: cap, t), exceeds(credited(t), 0) else { return nil }
        let sum = window.reduce(0) { $0 + credited($1) }
        return exceeds(sum, limit) ? "month \(t) credits more than \(named.name)" : nil
      }
    }
  }

  /// The window of a cap in month t and its limit, less what the contract brought into the window.
  private func limit(of cap: LongCreditCap, _ t: Int) -> (window: ClosedRange<Int>, Double)? {
    var first = (t - 1) / 12 * 12 + 1
    var opening = (charges: 0.0, credits: 0.0)
    switch cap.window {
    case .year: break
    case .calendarYear:
      first = max(t - (random.event.firstMonth + (t - 1)).monthOfYear + 1, 1)
    case .rolling(let months):
      first = max(t - months + 1, 1)
      let before = Double(max(months - t, 0)) / Double(months - 1)
      opening.charges = before * (cap.opening?.charges ?? 0)
      opening.credits = before * (cap.opening?.credits ?? 0)
    }
    switch cap.limit {
    case .amount(let amount): return (first...t, amount - opening.credits)
    case .charges(let share):
      let charges = (first...t).reduce(opening.charges) { $0 + charged($1) }
      return (first...t, share * charges - opening.credits)
    case .previousYear: return nil
    }
  }

  private func balances() -> [String] {
    ledger.notes.filter { $0.figure == "balance" && $0.value < 0 }
      .map { "the balance of \($0.clause) is \($0.value) in month \($0.month)" }
  }

  /// What is earned back to date never exceeds what was credited to date.
  private func earnings() -> [String] {
    var (credits, earned) = (0.0, 0.0)
    return (1...contract.horizon).compactMap { t in
      credits += credited(t)
      earned += sum(in: t) { $0.title.hasSuffix(": earned back") }
      return exceeds(earned, credits) ? "more is earned back than credited by month \(t)" : nil
    }
  }

  /// The first months of a contract do not depend on what comes after them.
  private func prefix() -> [String] {
    // Actuals do not know what an index was before month 1.
    let looksBack = random.clauses.contains { named in
      switch named.clause {
      case .indexation(let clause): clause.lag > 0 || clause.over != nil
      case .exchangeRate: true
      default: false
      }
    }
    if looksBack { return [] }
    let known = (contract.horizon + 1) / 2
    let first = { (series: [String: [Double]]) in series.mapValues { Array($0.prefix(known)) } }
    let actuals = Actuals(
      months: known, volumes: first(random.path.volumes),
      attainments: first(random.path.attainments), indices: first(random.path.indices))
    let early = contract.ledger(of: actuals).entries.map { [Double($0.line), $0.amount] }
    let whole = ledger.entries.filter { $0.month <= known }.map { [Double($0.line), $0.amount] }
    return early == whole ? [] : ["the first \(known) months depend on later ones"]
  }
}
