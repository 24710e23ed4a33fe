import Assay
import TestKit

/// The small event under Tests/Fixtures/two-bids, evaluated.
enum TwoBids {
  static let folder = Project.path("Tests/Fixtures/two-bids")

  static func dossier() throws -> Dossier { try loadEvent(at: folder) }

  static func evaluation(futures: Int = 2_000, seed: UInt64 = 1) throws -> Evaluation {
    try Evaluation(dossier(), futures: futures, seed: seed)
  }

  static func report(futures: Int = 2_000, threads: Int = 2) async throws -> RankReport {
    let evaluation = try evaluation(futures: futures)
    return evaluation.report(on: await evaluation.run(threads: threads))
  }
}

/// The lines of `text` that take more than a page of 100 columns on a terminal, where ideographs
/// and pictographs take two.
func tooWide(_ text: String) -> [Substring] {
  text.split(separator: "\n").filter { line in
    let wide = line.count { character in
      character.unicodeScalars.contains {
        $0.properties.isIdeographic || $0.properties.isEmojiPresentation
      }
    }
    return line.count + wide > 100
  }
}

/// What is wrong with `json` by the published schema `name`.
func schemaFaults(_ json: String, _ name: String) throws -> [String] {
  let schema = try JsonSchema(Project.text(of: "docs/schema/\(name).schema.json"))
  return try schema.faults(of: JsonValue(document: json))
}
