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
    return found.withLock { $0.compactMap(\.self) }
  }
}
