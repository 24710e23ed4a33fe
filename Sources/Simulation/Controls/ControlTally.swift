/// Sums over all futures of controls, and of their products with each other and with figures;
/// merges exactly.
///
/// A control counts as its deviation from its exact mean, a cost as its deviation from its origin.
public struct ControlTally: Sendable, Hashable, Codable {
  /// What the controls are.
  public let plan: ControlPlan

  /// The sum of each control.
  var sums: [ExactSum]

  /// The sums of products of controls, `(0,0), (0,1), (1,1), (0,2), …`.
  var products: [ExactSum]

  /// The sums of products of each option's cost with every control.
  var costs: [[ExactSum]]

  /// The sums of products of each option's credits with the controls it has a part in.
  var credits: [[ExactSum]]

  /// The sums of products of whether a right arises with the controls an option has a part in.
  var rights: [[ExactSum]]

  init(_ plan: ControlPlan, options: Int) {
    self.plan = plan
    let count = plan.controls.count
    sums = Array(repeating: ExactSum(), count: count)
    products = Array(repeating: ExactSum(), count: count * (count + 1) / 2)
    costs = (0..<options).map { _ in Array(repeating: ExactSum(), count: count) }
    credits = (0..<options).map { option in
      plan.positions(of: [option]).map { _ in ExactSum() }
    }
    rights = credits
  }

  /// Adds the futures of `other`, which has the same controls.
  mutating func merge(_ other: ControlTally) {
    precondition(plan == other.plan, "controls are merged of one plan")
    Self.add(other.sums, to: &sums)
    Self.add(other.products, to: &products)
    for option in costs.indices {
      Self.add(other.costs[option], to: &costs[option])
      Self.add(other.credits[option], to: &credits[option])
      Self.add(other.rights[option], to: &rights[option])
    }
  }

  /// Whether `other` is of the same controls.
  func isLike(_ other: ControlTally) -> Bool {
    plan == other.plan && sums.count == other.sums.count && products.count == other.products.count
      && costs.map(\.count) == other.costs.map(\.count)
      && credits.map(\.count) == other.credits.map(\.count)
      && rights.map(\.count) == other.rights.map(\.count)
  }

  /// The sum of products of two controls.
  func product(_ one: Int, _ other: Int) -> Double {
    let (low, high) = (min(one, other), max(one, other))
    return products[high * (high + 1) / 2 + low].value
  }

  private static func add(_ terms: [ExactSum], to sums: inout [ExactSum]) {
    for place in sums.indices { sums[place] += terms[place] }
  }
}
