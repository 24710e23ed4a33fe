import Assay
import Foundation

/// Any bytes in the place of an event's files are read without a crash, and what is sound is settled.
///
/// The byte 0x1E parts the files, in the order of `places`; those that are not given are as
/// `assay new` writes them.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzEvents(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: count))
  let parts = bytes.split(separator: 0x1E, omittingEmptySubsequences: false)
  for (place, path) in places.enumerated() {
    let file = URL(filePath: "\(folder)/\(path)")
    guard place < parts.count, !(place > 0 && parts[place].isEmpty) else {
      guard let text = NewEvent.small.files[path] else {
        try? FileManager.default.removeItem(at: file)
        continue
      }
      try? Data(text.utf8).write(to: file)
      continue
    }
    try? Data(parts[place]).write(to: file)
  }
  do {
    let evaluation = try Evaluation(loadEvent(at: folder), futures: 1)
    try evaluation.requireStatedPrices()
    precondition(!evaluation.baseCase.text.isEmpty, "a sound event has a base case")
  } catch let error as LoadingError {
    precondition(!error.description.isEmpty, "a refusal has words")
  } catch {
    precondition(error is ResolutionError, "every other fault is one of a contract")
  }
  return 0
}

private let places =
  ["event.yaml"]
  + [
    "bid.yaml", "prices.csv", "answers.csv", "deviations.csv", "totals.csv", "adjustments.csv",
  ].map { "bids/acme/1/\($0)" } + ["scores.csv"]

/// In memory, where there is such a folder.
private let folder: String = {
  let root = FileManager.default.fileExists(atPath: "/dev/shm") ? "/dev/shm" : "/tmp"
  let folder = "\(root)/assay-fuzz-events-\(ProcessInfo.processInfo.processIdentifier)"
  try? NewEvent.small.write(to: folder)
  return folder
}()
