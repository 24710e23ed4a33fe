public import FoundationEssentials

extension Sample {
  /// The columns as bytes, one after the other: the costs before credits by option, and then those
  /// after credits, the lowest byte of each number first.
  public func append(to data: inout Data) {
    for column in before + after { data.append(Packed.data(column.map(\.bitPattern))) }
  }

  /// Reads the sample of `outcome`, which has as many columns and rows as that has options and
  /// futures to be kept; nothing where `data` is longer or shorter.
  public init?(_ data: Data, of outcome: Outcome) {
    let (columns, rows) = (outcome.options.count, Sample.kept(of: outcome.range).count)
    guard data.count == 2 * columns * rows * 8 else { return nil }
    let read = (0..<(2 * columns)).map { column in
      let first = data.startIndex + column * rows * 8
      return (Packed.words(of: data[first..<(first + rows * 8)]) ?? []).map {
        Double(bitPattern: $0)
      }
    }
    self.init(before: Array(read[..<columns]), after: Array(read[columns...]))
  }
}
