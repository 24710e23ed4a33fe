import Assay
import Foundation

/// Reads a history through a mapping and prints what came of it: `ReadHistory MAPPING [FOLDER]`.
///
/// A line is the mapping, a series, the number of its values and their mean to 12 digits, as
/// `Tests/Fixtures/oracle.py` prints them.
@main
struct ReadHistory {
  static func main() {
    let arguments = CommandLine.arguments.dropFirst()
    guard let mapping = arguments.first else {
      print("usage: ReadHistory MAPPING [FOLDER]")
      exit(64)
    }
    let preview: HistoryPreview
    do throws(LoadingError) {
      preview = try previewHistory(mapping: mapping, data: arguments.dropFirst().first)
    } catch {
      print(error)
      exit(1)
    }
    let name = URL(filePath: mapping).deletingPathExtension().lastPathComponent
    for one in preview.series {
      print(name, one.series.name, one.count, String(format: "%.12g", one.mean))
    }
  }
}
