/// How a table is written, and how large its parts may become.
///
/// Nothing is guessed from the text: what is not stated here is refused in the file.
public struct TableFormat: Hashable, Sendable {
  /// The ASCII byte between two fields.
  public let delimiter: UInt8

  /// The mark between the whole and the fractional part of a number.
  public let decimalMark: DecimalMark

  /// The separator between groups of three digits, or `nil` if numbers are written without.
  public let thousands: ThousandsSeparator?

  /// The caps on the parts of a table.
  public let limits: TableLimits

  /// Creates a format; the default is comma, decimal point, no thousands separator.
  ///
  /// - Precondition: `delimiter` is ASCII and neither a quote, a line end, nor zero, and the
  ///   decimal mark is not also the thousands separator.
  public init(
    delimiter: UInt8 = UInt8(ascii: ","),
    decimalMark: DecimalMark = .point,
    thousands: ThousandsSeparator? = nil,
    limits: TableLimits = TableLimits()
  ) {
    let taken = [0, Ascii.quote, Ascii.lineFeed, Ascii.carriageReturn]
    precondition(
      delimiter < 0x80 && !taken.contains(delimiter),
      "a delimiter is an ASCII byte that is neither a quote, a line end nor zero"
    )
    precondition(
      thousands?.rawValue != decimalMark.rawValue,
      "the decimal mark cannot also separate thousands"
    )
    self.delimiter = delimiter
    self.decimalMark = decimalMark
    self.thousands = thousands
    self.limits = limits
  }
}

/// The mark between the whole and the fractional part of a number.
public enum DecimalMark: UInt8, Hashable, Sendable {
  /// `1.5`
  case point = 0x2E

  /// `1,5`
  case comma = 0x2C
}

/// The separator between groups of three digits.
public enum ThousandsSeparator: UInt8, Hashable, Sendable {
  /// `1,000`
  case comma = 0x2C

  /// `1.000`
  case point = 0x2E

  /// `1 000`
  case space = 0x20

  /// `1'000`
  case apostrophe = 0x27
}

/// Caps that keep memory bounded whatever a file holds.
public struct TableLimits: Hashable, Sendable {
  /// The longest field, in bytes of UTF-8.
  public let fieldBytes: Int

  /// The most fields of a record.
  public let fields: Int

  /// The longest record, in bytes as written, quotes and inner line ends included.
  public let recordBytes: Int

  /// The most faults that are kept; more are only counted.
  public let keptFaults: Int

  /// Creates caps; the defaults are 1 MiB, 4,096 fields, 4 MiB and 1,000 faults.
  ///
  /// - Precondition: every cap is positive, and a record has at most 1 GiB.
  public init(
    fieldBytes: Int = 1 << 20,
    fields: Int = 4096,
    recordBytes: Int = 4 << 20,
    keptFaults: Int = 1000
  ) {
    precondition(
      fieldBytes > 0 && fields > 0 && recordBytes > 0 && keptFaults > 0,
      "a cap is positive"
    )
    precondition(recordBytes <= 1 << 30, "a record has at most 1 GiB")
    self.fieldBytes = fieldBytes
    self.fields = fields
    self.recordBytes = recordBytes
    self.keptFaults = keptFaults
  }
}
