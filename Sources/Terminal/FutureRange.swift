import ArgumentParser
import Assay

/// The futures of a shard as they are typed: `0..<25600`, the last one not among them.
struct FutureRange: ExpressibleByArgument {
  let bounds: (first: Int, end: Int)

  init?(argument: String) {
    let numbers = argument.split(separator: "..<", omittingEmptySubsequences: false)
    guard numbers.count == 2, let first = Int(numbers[0]), let end = Int(numbers[1]) else {
      return nil
    }
    bounds = (first, end)
  }

  /// The futures.
  ///
  /// - Throws: `ValidationError` where there can be no such shard, with what there can be.
  func futures() throws -> Range<Int> {
    let (first, end) = bounds
    guard first >= 0, first < end, end <= 1 << 32 else {
      throw ValidationError("--futures is A..<B, with A from 0 and B more than A, to 4294967296.")
    }
    let size = Experiment.blockSize
    guard first.isMultiple(of: size) else {
      let before = first / size * size
      throw ValidationError(
        "A shard begins at a multiple of \(size): \(before) and \(before + size) are next to "
          + "\(first).")
    }
    return first..<end
  }
}
