public import Loading
public import Reporting

/// The report on what a mapping makes of its history file.
///
/// - Parameters:
///   - path: The mapping, a YAML file.
///   - data: The folder in which the mapping's file lies, or that file itself; by default the
///     mapping's own folder.
/// - Returns: The report: the first rows as they are understood, the series, the providers, and what
///   was left out and why.
/// - Throws: ``LoadingError`` with every fault of the mapping and of the data.
public func historyPreview(
  mapping path: String, data: String? = nil
) throws(LoadingError) -> HistoryPreviewReport {
  HistoryPreviewReport(try previewHistory(mapping: path, data: data))
}
