import Decision
import Simulation

extension RegimeReport {
  /// A finding in a sentence, with its figure.
  func words(for finding: RegimeFinding) -> String {
    switch finding {
    case .hardlyPaid(let share):
      "cosmetic: \(share.percent(places: 3)) of charges is expected to be paid, less than "
        + "\(CosmeticBound.paidShare.percentExact)."
    case .hardlyEver(let chance):
      "cosmetic: any credit is paid in \(chance.percent(places: 1)) of futures, fewer than "
        + "\(CosmeticBound.chanceOfCredit.percentExact)."
    case .neverMissed(let level, let share):
      "\(level) is cosmetic: its target is missed in \(share.percent(places: 2)) of months, fewer "
        + "than \(CosmeticBound.neverMissed.percentExact); it lies far from the record."
    case .neverMet(let level, let share):
      "\(level) is cosmetic: it is in default in \(share.percent(places: 1)) of months, so that its "
        + "credit is a discount."
    case .notCredited(let level): "\(level) is cosmetic: no default of it is credited."
    case .mostlyFree(let level, let share):
      "\(level) is cosmetic: in \(share.percent()) of months in which it is met a default would cost "
        + "the provider nothing."
    case .weak(let metric, let credits, let loss):
      "\(metric) is cosmetic: a point worse moves credits by \(money.fine(credits)) and your loss by "
        + "\(money.fine(loss)), of which that is less than \(CosmeticBound.weak.percentExact)."
    case .aboveLoss(let credits, let loss):
      "credits of \(money(credits)) are expected for a loss of \(money(loss)); above your stated loss "
        + "they may not be enforceable."
    }
  }
}

extension RegimeFinding {
  /// The finding for machines.
  var json: Json {
    var members: [String: Json] = ["cosmetic": .truth(isCosmetic)]
    switch self {
    case .hardlyPaid(let share):
      members.merge(["kind": "hardly_paid", "share": .number(share)]) { $1 }
    case .hardlyEver(let chance):
      members.merge(["kind": "hardly_ever", "chance": .number(chance)]) { $1 }
    case .neverMissed(let level, let share):
      members.merge(["kind": "never_missed", "level": .text(level), "share": .number(share)]) { $1 }
    case .neverMet(let level, let share):
      members.merge(["kind": "never_met", "level": .text(level), "share": .number(share)]) { $1 }
    case .notCredited(let level):
      members.merge(["kind": "not_credited", "level": .text(level)]) { $1 }
    case .mostlyFree(let level, let share):
      members.merge(["kind": "mostly_free", "level": .text(level), "share": .number(share)]) { $1 }
    case .weak(let metric, let credits, let loss):
      members.merge(
        [
          "kind": "weak", "metric": .text(metric), "credits": .number(credits),
          "loss": .number(loss),
        ]) { $1 }
    case .aboveLoss(let credits, let loss):
      members.merge(
        ["kind": "above_loss", "credits": .number(credits), "loss": .number(loss)]) { $1 }
    }
    return .object(members)
  }
}
