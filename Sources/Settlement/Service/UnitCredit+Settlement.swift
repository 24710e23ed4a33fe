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
    let (level, value) = (desk.creditedLevel(0), desk.other)
    var working = Working("amount", ["amount": amount])
    if let pointsFrom {
      if !desk.readShortfall(ofLevel: level, from: pointsFrom, into: value) { value.fill(0) }
      working.formula += " × points"
      working.inputs.append(.init(name: "points", value: value[0]))
      value.multiply(by: amount)
    } else {
      value.fill(amount)
    }
    for (place, volume) in zip(1..., desk.volumes) {
      value.multiply(by: volume)
      working.formula += " × volume_\(place)"
      working.inputs.append(.init(name: "volume_\(place)", value: volume[0]))
    }
    working.formula = "−(\(working.formula) × weight)"
    working.inputs.append(.init(name: "weight", value: desk.weight(ofLevel: level)))
    desk.post(working) {
      $0.add(
        value, times: -1, from: desk.defaults[level], length: desk.repeats.run,
        run: desk.repeats.multiplier)
    }
  }
}
