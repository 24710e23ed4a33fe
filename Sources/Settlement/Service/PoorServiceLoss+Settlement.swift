import Contracts
import Quantities
import Rows

extension PoorServiceLoss: Settling {
  static var stage: Stage { .losses }

  func takeSeat(_ seat: inout Seat, from resolver: inout Resolver) throws(ResolutionError) {
    seat.metric = try resolver.metric(metric)
    if let serviceLine { seat.volume = try resolver.volume(serviceLine) }
    for named in resolver.contract.clauses {
      if case .replacement(let replacement) = named.clause {
        seat.attainmentAfterExit = replacement.attainment[metric]
      }
    }
    resolver.addLine(nil, .loss, seat.attainmentAfterExit == nil ? .always : .live)
    if seat.attainmentAfterExit != nil { resolver.addLine("after the exit", .loss, .afterExit) }
  }

  /// `max(need − attainment, 0) · points · loss · volume`, with the difference turned round where
  /// lower attainment is better.
  ///
  /// A month without a measured attainment costs nothing. After an exit the replacement's stated
  /// attainment counts; where none is stated the loss runs on as it was **[assumption]**.
  func settle(at desk: Desk) {
    let metric = desk.metric
    if let attainment = desk.attainment { postLoss(of: attainment, metric, 0, at: desk) }
    if let attainment = desk.seat.attainmentAfterExit, desk.counts(.afterExit) {
      desk.other.fill(attainment)
      postLoss(of: desk.other, metric, 1, at: desk)
    }
  }

  private func postLoss(of attainment: Row, _ metric: Metric, _ offset: Int, at desk: Desk) {
    let loss = desk.amount
    let worse: Double = metric.better == .higher ? -1 : 1
    loss.fill(-worse * need)
    loss.add(attainment, times: worse)
    loss.limit(atLeast: 0)
    loss.multiply(by: metric.pointsPerUnit)
    loss.multiply(by: lossPerPoint)
    if serviceLine != nil { loss.multiply(by: desk.volume) }
    let shortfall = worse < 0 ? "need − attainment" : "attainment − need"
    let volume = serviceLine == nil ? "" : " × volume"
    desk.post(
      offset: offset,
      Working(
        "max(\(shortfall), 0) × points × loss\(volume)",
        [
          "need": need, "attainment": attainment[0], "points": metric.pointsPerUnit,
          "loss": lossPerPoint, "volume": serviceLine == nil ? 1 : desk.volume[0],
        ])
    ) { $0.add(loss) }
  }
}
