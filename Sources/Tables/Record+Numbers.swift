extension Record {
  /// A number in the table's format, correctly rounded.
  public func number(_ column: Column) -> Double? {
    guard let index = column.index else { return nil }
    return number(at: index)
  }

  /// A number by position: no string is made on the way.
  public func number(at index: Int) -> Double? {
    let field = unsafe written(at: index)
    switch unsafe reader.numeral.read(field) {
    case .value(let value):
      return value
    case .malformed:
      report(field.isEmpty ? .empty : .notANumber, at: index)
    case .tooLarge:
      report(.tooLarge, at: index)
    }
    return nil
  }

  /// A number within bounds, both included.
  public func number(_ column: Column, in bounds: ClosedRange<Double>) -> Double? {
    within(bounds, number(column), column)
  }

  /// A number, or `nil` if the field is empty or absent.
  public func numberIfPresent(_ column: Column) -> Double? {
    present(column) == nil ? nil : number(column)
  }

  /// A number, or `value` if the field is empty or absent; `nil` if it is faulty.
  public func number(_ column: Column, default value: Double) -> Double? {
    present(column) == nil ? value : number(column)
  }

  /// A whole number, with sign or without, with neither decimal mark nor exponent.
  public func integer(_ column: Column) -> Int? {
    guard let index = filled(column) else { return nil }
    switch unsafe reader.numeral.readWhole(written(at: index)) {
    case .success(let whole):
      return whole
    case .failure(let fault):
      report(fault == .malformed ? .notAnInteger : .tooLarge, at: index)
      return nil
    }
  }

  /// A whole number within bounds, both included.
  public func integer(_ column: Column, in bounds: ClosedRange<Int>) -> Int? {
    guard let whole = integer(column) else { return nil }
    if bounds.contains(whole) { return whole }
    let (lower, upper) = (Double(bounds.lowerBound), Double(bounds.upperBound))
    if let index = column.index { report(.outside(lower: lower, upper: upper), at: index) }
    return nil
  }

  /// A whole number, or `nil` if the field is empty or absent.
  public func integerIfPresent(_ column: Column) -> Int? {
    present(column) == nil ? nil : integer(column)
  }

  /// A share of one: `12.5%` and `0.125` are the same number, to the last bit.
  public func share(_ column: Column) -> Double? {
    guard let index = filled(column) else { return nil }
    var field = unsafe written(at: index)
    let isPercentage = unsafe field.last == Ascii.percent
    if isPercentage { unsafe field = unsafe UnsafeBufferPointer(rebasing: field.dropLast()) }
    switch unsafe reader.numeral.read(field, shift: isPercentage ? -2 : 0) {
    case .value(let value):
      return value
    case .malformed:
      report(.notAShare, at: index)
    case .tooLarge:
      report(.tooLarge, at: index)
    }
    return nil
  }

  /// A share of one within bounds, both included.
  public func share(_ column: Column, in bounds: ClosedRange<Double>) -> Double? {
    within(bounds, share(column), column)
  }

  /// A share of one, or `nil` if the field is empty or absent.
  public func shareIfPresent(_ column: Column) -> Double? {
    present(column) == nil ? nil : share(column)
  }

  private func within(
    _ bounds: ClosedRange<Double>,
    _ value: Double?,
    _ column: Column
  ) -> Double? {
    guard let value, let index = column.index else { return nil }
    if bounds.contains(value) { return value }
    report(.outside(lower: bounds.lowerBound, upper: bounds.upperBound), at: index)
    return nil
  }
}
