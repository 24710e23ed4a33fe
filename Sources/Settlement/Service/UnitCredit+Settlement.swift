import Contracts
import Rows

extension UnitCredit: Settling {
  static var stage: Stage { .credits }

  func takeSeat(_ seat: inout Seat, from resolver: inout Resolver) throws(ResolutionError) {
    seat.credited = try resolver.credited([(level, 0)])
    seat.volumes = try resolver.volumes(volumes)
    resolver.addLine(level, .credit)
  }

  /// `−(amount · points · volumes · weight)`; without points, `amount` for each default.
  ///
  /// A default that was not measured has no points **[assumption]**.
  func settle(at desk: Desk) {
    let (level, value, volumes) = (desk.creditedLevel(0), desk.other, desk.volumes)
    if let pointsFrom {
      if !desk.readShortfall(ofLevel: level, from: pointsFrom, into: value) { value.fill(0) }
    } else {
      value.fill(1)
    }
    let points = value[0]
    value.multiply(by: amount)
    for volume in volumes { value.multiply(by: volume) }
    desk.post(working(points, volumes, weight: desk.weight(ofLevel: level))) {
      $0.add(
        value, times: -1, from: desk.defaults[level], length: desk.notes.repeats.run,
        run: desk.notes.repeats.multiplier)
    }
  }

  private func working(_ points: Double, _ volumes: [Row], weight: Double) -> Working {
    var working = Working("amount", ["amount": amount])
    if pointsFrom != nil { working = working.times("points", points) }
    for (place, volume) in zip(1..., volumes) {
      working = working.times("volume_\(place)", volume[0])
    }
    working = working.times("weight", weight)
    working.formula = "−(\(working.formula))"
    return working
  }
}
