extension Range<Int> {
  /// The values of `transform` for all numbers of the range, in their order, found side by side.
  public func mapSideBySide<Value: Sendable>(
    _ transform: @escaping @Sendable (Int) -> Value
  ) async -> [Value] {
    await withTaskGroup(of: (Int, Value).self) { group in
      for number in self { group.addTask { (number, transform(number)) } }
      var found: [Int: Value] = [:]
      for await (number, value) in group { found[number] = value }
      return compactMap { found[$0] }
    }
  }
}
