public import Quantities

/// A month of a provider's series that is not there, or only in part.
public struct HistoryGap: Hashable, Sendable {
  /// What is counted of a month.
  public enum Unit: String, Hashable, Sendable {
    /// Days.
    case day
    /// Weeks, each in the month that holds most of its days.
    case week
  }

  /// Why the month is not whole.
  public enum Reason: Hashable, Sendable {
    /// Rows cover `found` of the days or weeks that the month has, or has rows expected of.
    case incomplete(found: Int, of: Int, unit: Unit)
    /// The month's last day has no row, at which a stock would be read.
    case noEnd
    /// The cases add up to nothing.
    case noCases
    /// Numerators and denominators are not of the same days.
    case unpaired
  }

  /// The provider as the file names it.
  public var provider: String

  /// The series as the mapping names it.
  public var series: String

  /// The month.
  public var month: CalendarMonth

  /// Why it is not whole.
  public var reason: Reason

  /// Whether the series has no value of the month; a rate keeps that of a part of one.
  public var isDropped: Bool

  /// Creates the gap of a month.
  public init(
    provider: String, series: String, month: CalendarMonth, reason: Reason, isDropped: Bool
  ) {
    self.provider = provider
    self.series = series
    self.month = month
    self.reason = reason
    self.isDropped = isDropped
  }
}

extension [HistoryGap] {
  /// A note for each provider and list of months, with the series of which they are not whole.
  var notes: [LoadingNote] {
    var months: [Owner: [CalendarMonth]] = [:]
    for gap in self { months[Owner(gap), default: []].append(gap.month) }
    var notes: [LoadingNote] = []
    for (owner, own) in months.sorted(by: { $0.key < $1.key }) {
      let same = notes.firstIndex { note in
        guard case .monthsNotWhole(owner.provider, _, own, owner.isDropped) = note else {
          return false
        }
        return true
      }
      if let same, case .monthsNotWhole(_, let series, _, _) = notes[same] {
        notes[same] = .monthsNotWhole(
          provider: owner.provider, series: series + [owner.series], months: own,
          areDropped: owner.isDropped)
      } else {
        notes.append(
          .monthsNotWhole(
            provider: owner.provider, series: [owner.series], months: own,
            areDropped: owner.isDropped))
      }
    }
    return notes
  }

  private struct Owner: Hashable, Comparable {
    var provider: String
    var series: String
    var isDropped: Bool

    init(_ gap: HistoryGap) {
      (provider, series, isDropped) = (gap.provider, gap.series, gap.isDropped)
    }

    static func < (one: Self, other: Self) -> Bool {
      (one.provider, one.isDropped ? 0 : 1, one.series)
        < (other.provider, other.isDropped ? 0 : 1, other.series)
    }
  }
}
