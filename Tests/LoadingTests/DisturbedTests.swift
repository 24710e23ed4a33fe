import Contracts
import Futures
import Loading
import Settlement
import Simulation
import TestKit
import Testing

@Suite struct DisturbedTests {
  private static let letters = Array("0123456789-+.%:,{}[]&*<~'\"#\n abe\u{0}\u{e9}")
  private static let words = [
    "0", "-1", "1", "2", "33", "1e308", "-1e308", "1e-308", "9223372036854775807", "100%", "0%",
    "-100%", "null", "", "0 months", "voice", "speed", "wait", "pay", "answer", "tier", "arc",
    "history", "{}", "[]",
  ]

  private static func word(around index: Int, in text: [Character]) -> Range<Int> {
    func isPart(_ character: Character) -> Bool {
      character.isLetter || character.isNumber || "._%-".contains(character)
    }
    guard isPart(text[index]) else { return index..<index }
    let start = text[..<index].lastIndex { !isPart($0) }.map { $0 + 1 } ?? 0
    return start..<(text[index...].firstIndex { !isPart($0) } ?? text.count)
  }

  private static func settle(_ dossier: Dossier) async throws {
    let options = try dossier.options.map { bid in
      let performance = dossier.assumptions.performance[bid.id] ?? Performance(metrics: [])
      return try Option(bid, in: dossier.event, performance: performance)
    }
    let experiment = Experiment(
      options: options, assumptions: dossier.assumptions, basis: dossier.event.costBasis,
      futures: 64, seed: 1
    )
    #expect(await experiment.run(threads: 1).futures == 64)
  }

  /// Whatever a file holds, loading ends with a dossier that can be settled, or with faults.
  @Test func no_disturbed_file_stops_the_loader_or_the_simulation() async {
    await forEverySeed(300) { seed in
      var generator = SplitMix64(seed: seed)
      var fixture = EventFixture.full
      let names = fixture.files.keys.sorted()
      for _ in 0...Int.random(in: 0...3, using: &generator) {
        let name = names[Int.random(in: 0..<names.count, using: &generator)]
        var text = Array(fixture.files[name] ?? "")
        let index = Int.random(in: 0..<text.count, using: &generator)
        if Bool.random(using: &generator) {
          text[index] = Self.letters[Int.random(in: 0..<Self.letters.count, using: &generator)]
        } else {
          let word = Self.words[Int.random(in: 0..<Self.words.count, using: &generator)]
          text.replaceSubrange(Self.word(around: index, in: text), with: Array(word))
        }
        fixture.files[name] = String(text)
      }
      do {
        try await Self.settle(try fixture.load())
      } catch let error as LoadingError {
        #expect(!error.description.isEmpty)
      } catch is ResolutionError {}
    }
  }
}
