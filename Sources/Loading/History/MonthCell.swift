/// What the rows of one provider, series and month come to so far.
struct MonthCell {
  /// Σ x of counts, Σ w·x of means, Σ of numerators.
  private(set) var sum = 0.0

  /// Σ w of means, Σ of denominators; w is 1 where there are no weights.
  private(set) var weight = 0.0
  private(set) var last = 0.0
  private(set) var rows: Int32 = 0

  /// The days of the month of which there are values (numerators in a ratio of long shape).
  private(set) var days: UInt32 = 0

  /// The days of which there are denominators, in a ratio of long shape.
  private(set) var denominatorDays: UInt32 = 0
  private var sample = 0.0
  private var lastSample = 0.0
  private var hasSample = false
  private var targetDay: UInt32 = 0
  private var targetValue = 0.0

  /// Whether there is anything of the month.
  var isFilled: Bool { days | denominatorDays != 0 }

  /// Adds a value, of which `part` is of this month.
  mutating func add(_ value: Double, weight: Double, sample: Double?, on part: RowPeriod.Part) {
    // Stocks of one day add up, those of a later day take their place; bits rise with the days.
    if part.days > days {
      (last, lastSample) = (value, sample ?? 0)
    } else if part.days & days == part.days, part.days << 1 > days {
      last += value
      lastSample += sample ?? 0
    }
    sum += part.portion(of: value * weight)
    self.weight += part.portion(of: weight)
    if let sample {
      self.sample += part.portion(of: sample)
      hasSample = true
    }
    days |= part.days
    rows += 1
  }

  /// Adds a numerator and its denominator.
  mutating func add(_ numerator: Double, per denominator: Double, on part: RowPeriod.Part) {
    addNumerator(numerator, on: part)
    addDenominator(denominator, on: part)
  }

  mutating func addNumerator(_ numerator: Double, on part: RowPeriod.Part) {
    sum += numerator
    days |= part.days
    rows += 1
  }

  mutating func addDenominator(_ denominator: Double, on part: RowPeriod.Part) {
    weight += denominator
    denominatorDays |= part.days
  }

  /// Takes the target of the latest day.
  mutating func aim(at target: Double, on part: RowPeriod.Part) {
    guard part.days >= targetDay else { return }
    targetDay = part.days
    targetValue = target
  }

  /// The target, where one stands in the file.
  var target: Double? { targetDay == 0 ? nil : targetValue }

  /// The value of the month, or nothing where it rests on no case.
  func value(_ aggregation: MappedSeries.Aggregation) -> Double? {
    switch aggregation {
    case .sum: sum
    case .last: last
    // A single value stays as it is to the last bit.
    case .mean: weight > 0 ? rows == 1 ? last : sum / weight : nil
    case .ratio: weight > 0 ? sum / weight : nil
    }
  }

  /// The number of cases behind the value.
  func sample(of series: MappedSeries) -> Double? {
    if hasSample { return series.aggregation == .last ? lastSample : sample }
    return series.knowsCases ? weight : nil
  }
}
