/// Drivers that are drawn from another repetition of an experiment, while all others keep the
/// numbers that they have.
public struct Redrawn: Hashable, Sendable {
  /// The repetition from which they are drawn.
  public let replicate: UInt32

  private let hashes: Set<UInt32>

  /// Draws the drivers of these stable `names` from the repetition `replicate`.
  public init(_ names: some Sequence<String>, from replicate: UInt32) {
    self.replicate = replicate
    hashes = Set(names.map(driverHash))
  }

  /// Whether the driver of this hash is drawn anew.
  func contains(_ driver: UInt32) -> Bool { hashes.contains(driver) }
}
