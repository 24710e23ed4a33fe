import Contracts
import Quantities
import Rows

extension LongCreditCap: Settling {
  static var stage: Stage { .longCap }

  func takeSeat(_ seat: inout Seat, from resolver: inout Resolver) throws(ResolutionError) {
    // The charges of the window, its credits, and then what both come from: the average month of
    // the year before, or the months of the window but the current one.
    switch window {
    case .year: resolver.addState(3)
    case .calendarYear:
      resolver.addState(3)
      seat.monthsBefore = resolver.event.firstMonth.monthOfYear - 1
    case .rolling(let months): resolver.addState(2 + 2 * (months - 1))
    }
    resolver.addLine("lost to the cap", .credit)
  }

  /// What the month's credits exceed the room by that the window's credits have left is taken back:
  /// `max(credits − max(limit − credited, 0), 0)`.
  func settle(at desk: Desk) {
    let (charges, credited) = (desk.memory(0), desk.memory(1))
    switch window {
    case .year, .calendarYear: beginYear(charges, credited, at: desk)
    case .rolling: addUp(charges, credited, at: desk)
    }
    charges.add(desk.charged)
    takeBack(charges, credited, at: desk)
    if case .rolling = window {
      slot(of: desk.month, at: desk, 0).copy(desk.charged)
      slot(of: desk.month, at: desk, 1).fill(0)
      slot(of: desk.month, at: desk, 1).subtract(desk.credits)
    } else {
      credited.subtract(desk.credits)
    }
  }

  /// In the first month of a year nothing is charged or credited yet, and the mean of the year
  /// before is known.
  private func beginYear(_ charges: Row, _ credited: Row, at desk: Desk) {
    let yearMonth = desk.seat.monthsBefore + desk.month - 1
    guard yearMonth.isMultiple(of: 12) else { return }
    let mean = desk.memory(2)
    mean.copy(charges)
    desk.work.fill(Double(max(1, min(12, desk.month - 1))))
    mean.divide(by: desk.work)
    charges.fill(0)
    credited.fill(0)
  }

  /// The charges and credits of the window's months before this one, added up anew.
  ///
  /// The opening state is taken to be spread evenly **[assumption]**.
  private func addUp(_ charges: Row, _ credited: Row, at desk: Desk) {
    guard case .rolling(let months) = window else { return }
    if let opening, desk.month == 1 {
      for month in 1..<months {
        slot(of: month, at: desk, 0).fill(opening.charges / Double(months - 1))
        slot(of: month, at: desk, 1).fill(opening.credits / Double(months - 1))
      }
    }
    charges.fill(0)
    credited.fill(0)
    for month in 1..<months {
      charges.add(slot(of: month, at: desk, 0))
      credited.add(slot(of: month, at: desk, 1))
    }
  }

  /// The row of `month` among the months before the current one: its charge (0) or its credits (1).
  private func slot(of month: Int, at desk: Desk, _ which: Int) -> Row {
    guard case .rolling(let months) = window else { return desk.work }
    return desk.memory(2 + 2 * ((month - 1) % (months - 1)) + which)
  }

  private func takeBack(_ charges: Row, _ credited: Row, at desk: Desk) {
    let (room, lost) = (desk.other, desk.amount)
    let isFirstYear = desk.seat.monthsBefore + desk.month <= 12
    switch limit {
    case .amount(let amount): room.fill(amount)
    case .charges(let share):
      desk.note("charges", charges)
      room.copy(charges)
      room.multiply(by: share)
    case .previousYear(_, let firstYear) where isFirstYear:
      guard let firstYear else { return }
      room.fill(firstYear)
    case .previousYear(let months, _):
      room.copy(desk.memory(2))
      desk.note("average month", room)
      room.multiply(by: months)
    }
    let limit = room[0]
    room.subtract(credited)
    room.limit(atLeast: 0)
    let credits = -desk.credits[0]
    lost.setShortfall(of: desk.credits, below: room, times: -1)
    desk.post(
      Working(
        "max(credits − max(limit − credited, 0), 0)",
        ["credits": credits, "limit": limit, "credited": credited[0]])
    ) { $0.add(lost) }
  }
}
