import Contracts
import Futures
import Quantities
import Rows

extension HiddenCost: Settling {
  static var stage: Stage { .losses }

  func takeSeat(_ seat: inout Seat, from resolver: inout Resolver) throws(ResolutionError) {
    seat.factor = try resolver.factor(indexation)
    seat.uniform = resolver.resolved.uniforms.count
    resolver.resolved.uniforms.append("hidden/\(resolver.contract.id)/\(resolver.clause)")
    resolver.addLine(nil, .own, ofService: true)
  }

  /// `amount · F` in the months of the span, or in its first, where `U < probability`.
  func settle(at desk: Desk) {
    let isDue = payment == .once ? desk.month == span.first : span.contains(desk.month)
    guard isDue else { return }
    let arises = desk.work
    arises.indicator(of: desk.path.uniform(desk.seat.uniform ?? 0), .below, probability)
    desk.post(desk.indexed("arises × cost", ["arises": arises[0], "cost": amount])) {
      $0.add(arises, times: amount, desk.factor)
    }
  }
}
