import Contracts
import Quantities
import Rows

extension TargetCost: Settling {
  static var stage: Stage { .prices }

  func takeSeat(_ seat: inout Seat, from resolver: inout Resolver) throws(ResolutionError) {
    try resolver.seatPrice(&seat, nil, serviceLine)
    resolver.addState(1)
  }

  /// `min(ceiling, cost + profit) − billed` at the end of a period of n months, and the target
  /// price in the months before it.
  ///
  /// `profit = n · target_profit + share · (n · target_cost − cost)`, with the share of what lies
  /// over or under the target. What is billed is `(n − 1) · (target_cost + target_profit)`.
  func settle(at desk: Desk) {
    guard span.contains(desk.month) else { return }
    let cost = desk.memory(0)
    cost.add(desk.volume)
    guard isReckonedUp(in: desk) else {
      let inputs: KeyValuePairs = ["target": targetCost, "target_profit": targetProfit]
      desk.post(Working("target + target_profit", inputs)) { $0.add(targetCost + targetProfit) }
      return
    }
    let months = Double((desk.month - span.first) % settled.months + 1)
    let target = targetCost * months
    let profit = targetProfit * months
    let billed = (targetCost + targetProfit) * (months - 1)
    let price = desk.amount
    price.fill(profit)
    price.addOutside(
      of: cost, over: target, rate: -shareOver, under: target, rate: shareUnder, times: nil)
    desk.note("profit before the ceiling", price)
    price.add(cost)
    if let ceiling { price.clip(-.infinity, ceiling * months) }
    desk.note("price", price)
    price.add(-billed)
    var working = Working(
      formula,
      [
        "cost": cost[0], "target_profit": profit, "target": target, "share_under": shareUnder,
        "share_over": shareOver,
      ])
    if let ceiling { working.bind("ceiling", to: ceiling * months) }
    if settled != .month { working.bind("billed", to: billed) }
    desk.post(working) { $0.add(price) }
    cost.fill(0)
  }

  private func isReckonedUp(in desk: Desk) -> Bool {
    settled.ends(with: desk.month, from: span.first) || desk.month == span.last
      || desk.month == desk.contract.horizon
  }

  private var formula: String {
    let profit =
      "target_profit + share_under × max(target − cost, 0) − share_over × max(cost − target, 0)"
    return (ceiling == nil ? "cost + (\(profit))" : "min(ceiling, cost + (\(profit)))")
      + (settled == .month ? "" : " − billed")
  }
}
