import ArgumentParser
import Assay

/// A month as it is typed: `13`, counted from the first of the contract, or `2028-04`.
enum MonthChoice: ExpressibleByArgument {
  case contract(Int)
  case calendar(CalendarMonth)

  init?(argument: String) {
    if let month = Int(argument) {
      self = .contract(month)
    } else if let month = CalendarMonth(argument) {
      self = .calendar(month)
    } else {
      return nil
    }
  }

  /// Whether there is a contract that has the month.
  var mayExist: Bool { if case .contract(let month) = self { month >= 1 } else { true } }

  /// The contract month in `event`: below 1 where it lies before the first.
  func contractMonth(in event: Event) -> Int {
    switch self {
    case .contract(let month): month
    case .calendar(let month): month - event.firstMonth + 1
    }
  }
}
