import TestKit

/// What a random contract is thrown with.
extension SplitMix64 {
  /// True with probability `share`.
  mutating func chance(_ share: Double) -> Bool { uniform() < share }

  /// One of `values`, each as likely as the others.
  mutating func pick<Value>(_ values: [Value]) -> Value {
    values[whole(0...values.count - 1)]
  }

  /// One of `values` with probability `share`, else nothing.
  mutating func pick<Value>(_ values: [Value], _ share: Double) -> Value? {
    let value = pick(values)
    return chance(share) ? value : nil
  }

  /// A whole number in `range`.
  mutating func whole(_ range: ClosedRange<Int>) -> Int {
    Int(next() % UInt64(range.count)) + range.lowerBound
  }

  /// Some of `values`, at least one, in their order.
  mutating func some<Value>(of values: [Value]) -> [Value] {
    let chosen = values.filter { _ in chance(0.5) }
    return chosen.isEmpty ? Array(values.prefix(1)) : chosen
  }
}
