extension DecisionMatrix {
  /// The alternatives that are at least as good as each one in every criterion with weight and better
  /// in one; none for those in the Pareto set.
  public var dominators: [[Int]] {
    values.indices.map { own in values.indices.filter { dominates($0, own) } }
  }

  /// Whether `first` is at least as good as `second` everywhere and better somewhere.
  private func dominates(_ first: Int, _ second: Int) -> Bool {
    let advantages = weighty.map { advantage(of: first, over: second, in: $0) }
    return advantages.allSatisfy { $0 >= 0 } && advantages.contains { $0 > 0 }
  }
}
