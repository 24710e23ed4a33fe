import Contracts
import Decision
import Simulation

extension RankReport {
  /// Adds how the run ended, where that is not said by the number of futures.
  func addEnding(to page: inout Page) {
    if let sentence = ending.sentence(after: provenance.futures) { page.paragraph(sentence) }
    page.points(ending.open.map(sentence(of:)))
  }

  private func sentence(of open: StoppingRule.Open) -> String {
    let bid = id(open.option)
    let subject =
      open.below.map { "\(bid) above \(id($0))" } ?? "\(bid), \(open.figure?.words ?? unknown)"
    guard open.wanted.isFinite && !open.halfWidth.isNaN else {
      return "\(subject): beyond all range."
    }
    guard open.halfWidth.isFinite else { return "\(subject): too few futures to tell." }
    let isOrder = open.below != nil
    let widths = [open.halfWidth, open.wanted].map { isOrder ? $0.coefficient : money.fine($0) }
    let unit = isOrder ? " points of score" : ""
    return "\(subject): ±\(widths[0])\(unit), ±\(widths[1]) would settle it."
  }

  private func id(_ option: Int) -> String { comparison.options[option].bid.id }

  /// How a rule stopped the run, for machines; null without one.
  var stoppingJson: Json {
    guard case .stopped(let rule, let look, let end) = ending else { return .null }
    return [
      "goal": rule.json, "end": .text(end.word), "look": .count(look),
      "looks": .count(rule.looks.count), "most_futures": .count(rule.mostFutures),
      "error": .number(StoppingRule.error), "open": .list(ending.open.map(json(of:))),
    ]
  }

  private func json(of open: StoppingRule.Open) -> Json {
    [
      "bid": .text(id(open.option)), "figure": .optional(open.figure) { .text($0.rawValue) },
      "below": .optional(open.below) { .text(id($0)) }, "half_width": .number(open.halfWidth),
      "wanted": .number(open.wanted),
    ]
  }
}
