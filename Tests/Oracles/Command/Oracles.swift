import Decision
import Foundation

/// Answers questions from outside, so that other programs can check the answers.
///
/// It reads one JSON document from standard input, whose `kind` says what is asked, and writes one to
/// standard output. `make oracles` runs the checks of Tests/Oracles, which ask it.
@main struct Oracles {
  static func main() throws {
    let question = FileHandle.standardInput.readDataToEndOfFile()
    let kind = try JSONDecoder().decode(Kind.self, from: question).kind
    switch kind {
    case "methods": try answer(MethodQuestion.self, question) { $0.answer }
    case "smaa": try answer(SmaaQuestion.self, question) { $0.answer }
    case "dominance": try answer(DominanceQuestion.self, question) { $0.answer }
    default:
      FileHandle.standardError.write(Data("nothing is known of \(kind)\n".utf8))
      exit(2)
    }
  }

  private static func answer<Question: Decodable, Answer: Encodable>(
    _ type: Question.Type, _ document: Data, _ answer: (Question) -> Answer
  ) throws {
    let question = try JSONDecoder().decode(type, from: document)
    FileHandle.standardOutput.write(try JSONEncoder().encode(answer(question)))
  }
}

/// What is asked.
private struct Kind: Decodable {
  var kind: String
}
