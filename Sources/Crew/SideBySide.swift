import Dispatch
import Synchronization

extension Range<Int> {
  /// The values of `transform` for all numbers of the range, in their order, found side by side.
  ///
  /// The thread that asks works as well, so that hardly anything is lost where there is little to
  /// do, or where no other thread comes.
  public func mapSideBySide<Value: Sendable>(
    _ transform: @Sendable (Int) -> Value
  ) -> [Value] {
    let found = Mutex<[Value?]>(Array(repeating: nil, count: count))
    DispatchQueue.concurrentPerform(iterations: count) { place in
      let value = transform(lowerBound + place)
      found.withLock { $0[place] = value }
    }
    // Of a key path, as \.self is here, the runtime would make one at every call.
    return found.withLock { $0.compactMap { $0 } }
  }

  /// The values of `transform` as ``mapSideBySide(_:)`` finds them, and beside them what `other`
  /// gives, which is begun first.
  public func mapSideBySide<Value: Sendable, Other: Sendable>(
    _ transform: @Sendable (Int) -> Value, beside other: @Sendable () -> Other
  ) -> ([Value], Other) {
    let found = Mutex<Other?>(nil)
    let values = (-1..<count).mapSideBySide { place in
      guard place < 0 else { return transform(lowerBound + place) as Value? }
      let other = other()
      found.withLock { $0 = other }
      return nil
    }
    guard let other = found.withLock({ $0 }) else {
      preconditionFailure("every place is looked at, the one before the range too")
    }
    return (values.compactMap { $0 }, other)
  }
}
