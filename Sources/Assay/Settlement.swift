import Contracts
public import Loading
import Quantities
public import Reporting
public import Settlement

extension SettlementCase {
  /// What is owed by each reading of the contract.
  ///
  /// - Throws: ``ResolutionError`` for a contract that cannot be settled.
  public func statements() throws(ResolutionError) -> [StatementReport.Reading] {
    var statements: [StatementReport.Reading] = []
    for reading in readings {
      statements.append(
        StatementReport.Reading(
          reading.name, try reading.contract.statement(of: actuals, in: event)))
    }
    return statements
  }

  /// The report on the statements, all months or only `month` with its workings.
  ///
  /// - Throws: ``ResolutionError`` for a contract that cannot be settled, ``ExplanationError`` where
  ///   nothing is known of the month.
  public func report(month: Int? = nil) throws -> StatementReport {
    if let month, !(1...actuals.months).contains(month) {
      throw ExplanationError.noSuchMonth(
        month, horizon: actuals.months, first: event.firstMonth)
    }
    return StatementReport(event, title: title, try statements(), month: month)
  }

  /// Which of the expected figures the statements reproduce.
  public var conformance: ConformanceReport.Case {
    do throws(ResolutionError) {
      let statements = try statements().map { ($0.name, $0.statement) }
      return ConformanceReport.Case(
        id: id, expected, Dictionary(statements) { first, _ in first })
    } catch {
      return ConformanceReport.Case(id: id, because: [error.sentence])
    }
  }
}

/// Settles the case files that `places` are or hold, in the order of their paths, and says which
/// expected figures are reproduced.
///
/// A file in a folder that expects nothing is no case and passed over.
///
/// - Throws: ``LoadingError`` for a place that is not there.
public func conformance(of places: [String]) throws(LoadingError) -> ConformanceReport {
  var cases: [ConformanceReport.Case] = []
  for file in try caseFiles(in: places) {
    do {
      cases.append(try loadCase(at: file).conformance)
    } catch {
      cases.append(
        ConformanceReport.Case(
          id: file, because: error.description.split(separator: "\n").map(String.init)))
    }
  }
  return ConformanceReport(cases)
}

extension Contract {
  /// What is owed for what has happened, rounded as the contract says.
  fileprivate func statement(
    of actuals: Actuals, in event: Event
  ) throws(ResolutionError) -> Statement {
    let resolved = try resolved(in: event, metrics: event.metrics.map(\.id))
    return Statement(of: resolved.ledger(of: actuals), in: resolved, rounding: rounding)
  }
}
