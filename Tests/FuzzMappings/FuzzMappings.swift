import Assay
import Foundation

/// Any bytes in the place of a mapping and of its data are read without a crash.
///
/// The byte 0x1E parts the two; without one, the data are those of `data`.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzMappings(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: count))
  let parts = bytes.split(separator: 0x1E, maxSplits: 1, omittingEmptySubsequences: false)
  let table = parts.count > 1 ? Data(parts[1]) : Data(data.utf8)
  try? Data(parts.first ?? []).write(to: URL(filePath: "\(folder)/mapping.yaml"))
  try? table.write(to: URL(filePath: "\(folder)/data.csv"))
  do throws(LoadingError) {
    let report = try historyPreview(
      mapping: "\(folder)/mapping.yaml", data: "\(folder)/data.csv")
    precondition(!report.text.isEmpty && !report.json.isEmpty, "a history has a preview")
  } catch {
    precondition(!error.description.isEmpty, "a refusal has words")
  }
  return 0
}

/// Rows of the contact centre's shape.
private let data = """
  period,provider,measure,value,sample_size
  2026-01-01,A,voice,91000,
  2026-01-01,A,answer_speed,82.5,91000
  2026-02-01,A,voice,88000,
  2026-02-01,A,answer_speed,79,88000

  """

/// In memory, where there is such a folder.
private let folder: String = {
  let root = FileManager.default.fileExists(atPath: "/dev/shm") ? "/dev/shm" : "/tmp"
  let folder = "\(root)/assay-fuzz-mappings-\(ProcessInfo.processInfo.processIdentifier)"
  try? FileManager.default.createDirectory(
    atPath: folder, withIntermediateDirectories: true)
  return folder
}()
