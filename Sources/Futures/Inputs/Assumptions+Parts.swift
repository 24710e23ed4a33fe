extension Assumptions {
  /// The same with nothing of demand left to chance but what `subject` is a part of: the growth, the
  /// events or the monthly movement of all service lines.
  ///
  /// Random numbers are found by address, so what is left is drawn as it is in the whole.
  func keepingOnly(_ subject: Input.Subject) -> Assumptions {
    var copy = self
    for place in copy.demand.indices {
      switch subject {
      case .growth: copy.demand[place] = demand[place].withoutMovement.withoutEvents
      case .events: copy.demand[place] = demand[place].withoutMovement.withoutGrowth
      case .movement: copy.demand[place] = demand[place].withoutGrowth.withoutEvents
      default: break
      }
    }
    return copy
  }
}

extension DemandDriver {
  fileprivate var withoutMovement: DemandDriver {
    var copy = self
    copy.persistence = Parameter(0, scale: .atanh)
    copy.spread = Parameter(0, scale: .log)
    copy.start = .zero
    return copy
  }

  fileprivate var withoutGrowth: DemandDriver {
    var copy = self
    copy.growth = Parameter(0)
    return copy
  }

  fileprivate var withoutEvents: DemandDriver {
    var copy = self
    copy.steps = []
    copy.shocks = nil
    return copy
  }
}
