import CRows

/// Amounts to be added to a sum all at once, each times its weight and its discount.
@safe
public struct Posts {
  private var posts: [RowsPost] = unsafe []

  /// Creates no posts.
  public init() {}

  /// Adds an amount; its weight is 1 where there is no row.
  public mutating func append(_ amount: Row, weight: Row?, discount: Double) {
    unsafe posts.append(
      RowsPost(amount: amount.lanes, weight: weight?.lanes, discount: discount))
  }

  /// Whether there are none.
  public var isEmpty: Bool { unsafe posts.isEmpty }

  /// Removes all posts.
  public mutating func removeAll() { unsafe posts.removeAll(keepingCapacity: true) }

  /// sum += Σ (amount × weight) × discount and, where it is asked for, plain += Σ amount × weight,
  /// post by post.
  public func add(to sum: Row, plain: Row? = nil) {
    unsafe posts.withUnsafeBufferPointer { posts in
      unsafe rows_post(sum.lanes, plain?.lanes, posts.baseAddress, Int32(posts.count))
    }
  }
}
