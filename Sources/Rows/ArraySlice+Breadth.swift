import CRows

extension ArraySlice<Double> {
  /// The lowest and the highest value.
  ///
  /// Nothing where there is no value, one that is no number or infinite, or where even their sum is.
  public var breadth: ClosedRange<Double>? {
    InstructionSet.chooseOnce
    return unsafe withUnsafeBufferPointer { values in
      guard let first = values.baseAddress, let count = Int32(exactly: values.count), count > 0,
        unsafe rows_sum(first, count).isFinite
      else { return nil }
      return unsafe rows_minimum(first, count)...rows_maximum(first, count)
    }
  }
}
