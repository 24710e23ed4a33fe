import Contracts
import Quantities
import Rows

/// Bands whose baseline differs between futures, that compare the sums of several months, or that
/// have rates of their own further out.
extension VolumeBand {
  /// Adds the month to its period, and charges the period that ends with it.
  ///
  /// For the sums of a period the formula is that of a month. Outer bands add
  /// `(arc_k − arc_{k−1}) · max(u − upper_k, 0) − (rrc_k − rrc_{k−1}) · max(lower_k − u, 0)`.
  func settleSums(at desk: Desk) {
    let current = desk.other
    readBaseline(into: current, at: desk)
    let (volume, baseline) = (desk.memory(Memory.volume), desk.memory(Memory.baseline))
    if let rebaseline { watch(rebaseline, around: current, at: desk) }
    guard span.contains(desk.month) else { return }
    volume.add(desk.volume)
    baseline.add(current)
    let last = min(span.last ?? desk.contract.horizon, desk.contract.horizon)
    let reckoning = Reckoning(every: settled, from: span.first, rest: rest)
    guard reckoning.share(settledIn: desk.month, horizon: last) != nil else { return }
    let amount = desk.amount
    amount.fill(0)
    var inner = (arc: 0.0, rrc: 0.0)
    for (position, band) in rates.enumerated() {
      let isWhole = position == 0 && reading == .deviation
      add(.above, band.beyond, rate: band.arc - inner.arc, isWhole: isWhole, at: desk)
      add(.below, band.beyond, rate: inner.rrc - band.rrc, isWhole: isWhole, at: desk)
      inner = (band.arc, band.rrc)
    }
    if let factor = desk.factor { amount.multiply(by: factor) }
    desk.post(desk.indexed(working(volume[0], baseline[0]))) { $0.add(amount) }
    volume.fill(0)
    baseline.fill(0)
  }

  /// The deadband with its rates, and the bands further out.
  private var rates: [OuterBand] {
    ([OuterBand(beyond: deadband, arc: arc, rrc: rrc)] + outer).map {
      OuterBand(beyond: $0.beyond, arc: $0.arc, rrc: $0.rrc * rrcFactor)
    }
  }

  /// Adds `rate` for each unit beyond the edge to the amount, or for each unit of the whole deviation
  /// where the volume lies beyond it.
  private func add(
    _ side: Rows.Comparison, _ beyond: Double, rate: Double, isWhole: Bool, at desk: Desk
  ) {
    let (volume, baseline) = (desk.memory(Memory.volume), desk.memory(Memory.baseline))
    let (edge, units) = (desk.work, desk.other)
    let (more, less) = side == .above ? (volume, baseline) : (baseline, volume)
    edge.copy(baseline)
    edge.multiply(by: side == .above ? beyond : -beyond)
    edge.add(baseline)
    if isWhole {
      edge.indicator(of: volume, side, edge)
      units.copy(more)
      units.subtract(less)
      units.multiply(by: edge)
    } else if side == .above {
      units.setShortfall(of: edge, below: volume, times: 1)
    } else {
      units.setShortfall(of: volume, below: edge, times: 1)
    }
    desk.amount.add(units, times: rate)
  }

  private func working(_ volume: Double, _ baseline: Double) -> Working {
    var working = Working(formula, ["volume": volume, "baseline": baseline])
    var inner = ""
    for (position, band) in rates.enumerated() {
      let name = position == 0 ? "" : "_\(position + 1)"
      working.inputs += [
        .init(name: "arc\(name)", value: band.arc), .init(name: "rrc\(name)", value: band.rrc),
        .init(name: "upper\(name)", value: baseline * band.beyond + baseline),
        .init(name: "lower\(name)", value: baseline * -band.beyond + baseline),
      ]
      if position > 0 {
        working.formula +=
          " + (arc\(name) − arc\(inner)) × max(volume − upper\(name), 0)"
          + " − (rrc\(name) − rrc\(inner)) × max(lower\(name) − volume, 0)"
      }
      inner = name
    }
    return working
  }
}

/// A baseline that becomes what the volume has been.
extension VolumeBand {
  /// Fills `current` with the month's baseline: the stated one, or that which has taken its place.
  private func readBaseline(into current: Row, at desk: Desk) {
    let stated = desk.contract.baselines[desk.seat.baseline][desk.month - 1]
    guard rebaseline != nil else { return current.fill(stated) }
    let (own, isOwn) = (desk.memory(Memory.own), desk.memory(Memory.isOwn))
    adoptWhatIsDue(at: desk)
    current.copy(isOwn)
    current.complement()
    current.multiply(by: stated)
    current.add(own)
    desk.note("baseline", current)
  }

  /// A pending baseline takes effect once its months of delay are over; months outside are then
  /// counted anew.
  private func adoptWhatIsDue(at desk: Desk) {
    let (own, waiting) = (desk.memory(Memory.own), desk.memory(Memory.waiting))
    let (due, part) = (desk.amount, desk.work)
    part.indicator(of: waiting, .above, 0)
    waiting.subtract(part)
    due.indicator(of: waiting, .atMost, 0)
    due.multiply(by: part)
    desk.memory(Memory.isOwn).limit(atLeast: due)
    part.copy(due)
    part.complement()
    own.multiply(by: part)
    desk.memory(Memory.run).multiply(by: part)
    part.copy(desk.memory(Memory.pending))
    part.multiply(by: due)
    own.add(part)
  }

  /// Counts the months in a row outside the edge; once there are enough, and no new baseline is
  /// pending, their mean is.
  private func watch(_ rebaseline: Rebaseline, around current: Row, at desk: Desk) {
    let (part, other) = (desk.work, desk.amount)
    let (run, hit) = (desk.memory(Memory.run), desk.memory(Memory.hit))
    part.copy(current)
    part.multiply(by: rebaseline.edge)
    other.copy(current)
    other.add(part)
    hit.indicator(of: desk.volume, .above, other)
    other.copy(current)
    other.subtract(part)
    other.indicator(of: desk.volume, .below, other)
    hit.add(other)
    run.add(1)
    run.multiply(by: hit)
    desk.memory(Memory.volumes + desk.month % rebaseline.after).copy(desk.volume)
    hit.indicator(of: run, .atLeast, Double(rebaseline.after))
    other.indicator(of: desk.memory(Memory.waiting), .atMost, 0)
    hit.multiply(by: other)
    keepMean(of: rebaseline, where: hit, at: desk)
    desk.memory(Memory.waiting).add(hit, times: Double(rebaseline.delay + 1))
  }

  private func keepMean(of rebaseline: Rebaseline, where hit: Row, at desk: Desk) {
    let (part, mean, pending) = (desk.work, desk.amount, desk.memory(Memory.pending))
    mean.fill(0)
    for month in 0..<rebaseline.after { mean.add(desk.memory(Memory.volumes + month)) }
    part.fill(Double(rebaseline.after))
    mean.divide(by: part)
    mean.multiply(by: hit)
    part.copy(hit)
    part.complement()
    pending.multiply(by: part)
    pending.add(mean)
  }

  /// The state rows of a band that is not plain; from ``volumes`` on, those of the last months.
  enum Memory {
    static let volume = 0
    static let baseline = 1
    static let own = 2
    static let isOwn = 3
    static let run = 4
    static let hit = 5
    static let waiting = 6
    static let pending = 7
    static let volumes = 8
  }
}
