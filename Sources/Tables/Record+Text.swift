extension Record {
  /// Whether a field has no characters.
  public func isEmpty(at index: Int) -> Bool {
    unsafe written(at: index).isEmpty
  }

  /// The text of a field, empty or not.
  public func text(at index: Int) -> String {
    let text = unsafe String(decoding: written(at: index), as: UTF8.self)
    return hasDoubledQuotes(at: index) ? singleQuoted(text) : text
  }

  /// The text of a field that must not be empty.
  public func text(_ column: Column) -> String? {
    guard let index = filled(column) else { return nil }
    return text(at: index)
  }

  /// The text of a field, or `nil` if it is empty or its column is absent.
  public func textIfPresent(_ column: Column) -> String? {
    guard let index = present(column) else { return nil }
    return text(at: index)
  }

  /// One of the words that `Choice` spells, letter case included.
  public func choice<Choice>(
    _ column: Column,
    of type: Choice.Type = Choice.self
  ) -> Choice? where Choice: RawRepresentable<String> & CaseIterable {
    guard let index = filled(column) else { return nil }
    let word = text(at: index)
    if let choice = Choice(rawValue: word) { return choice }
    let words = Choice.allCases.map(\.rawValue)
    report(.notAChoice(nearest: nearest(to: word, in: words)), at: index)
    return nil
  }

  /// One of the words that `Choice` spells, or `nil` if the field is empty or absent.
  public func choiceIfPresent<Choice>(
    _ column: Column,
    of type: Choice.Type = Choice.self
  ) -> Choice? where Choice: RawRepresentable<String> & CaseIterable {
    present(column) == nil ? nil : choice(column, of: type)
  }

  /// `true` or `yes`, `false` or `no`, in small letters.
  public func flag(_ column: Column) -> Bool? {
    guard let index = filled(column) else { return nil }
    switch text(at: index) {
    case "true", "yes": return true
    case "false", "no": return false
    default:
      report(.notAFlag, at: index)
      return nil
    }
  }

  /// A flag, or `nil` if the field is empty or absent.
  public func flagIfPresent(_ column: Column) -> Bool? {
    present(column) == nil ? nil : flag(column)
  }

  /// A month written `2027-04`.
  public func month(_ column: Column) -> YearMonth? {
    guard let index = filled(column) else { return nil }
    if let month = unsafe YearMonth(utf8: written(at: index)) { return month }
    report(.notAMonth, at: index)
    return nil
  }

  /// A month, or `nil` if the field is empty or absent.
  public func monthIfPresent(_ column: Column) -> YearMonth? {
    present(column) == nil ? nil : month(column)
  }

  /// The position of a field that must not be empty; reports it if it is.
  @inline(__always)
  func filled(_ column: Column) -> Int? {
    guard let index = column.index else { return nil }
    guard isEmpty(at: index) else { return index }
    report(.empty, at: index)
    return nil
  }

  /// The position of a field that may be empty or absent.
  @inline(__always)
  func present(_ column: Column) -> Int? {
    guard let index = column.index, !isEmpty(at: index) else { return nil }
    return index
  }
}

/// The text with each pair of quotes made one.
private func singleQuoted(_ text: String) -> String {
  var single: [UInt8] = []
  single.reserveCapacity(text.utf8.count)
  var isSecond = false
  for byte in text.utf8 {
    isSecond = byte == Ascii.quote && !isSecond
    if byte != Ascii.quote || isSecond { single.append(byte) }
  }
  return String(decoding: single, as: UTF8.self)
}
