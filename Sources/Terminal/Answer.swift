import ArgumentParser
import Assay
import FoundationEssentials
import SystemPackage

/// Writes the answer that `body` gives to standard output, or why there is none to standard error.
///
/// - Throws: The exit code: 2 where the input is wrong, 70 for a defect of this program, 74 where
///   the answer cannot be written.
func answering(_ body: () async throws -> String) async throws {
  let answer = try await answer(of: body)
  do {
    try FileDescriptor.standardOutput.writeAll(answer.utf8)
  } catch {
    complain("the answer cannot be written: \(error)")
    throw ExitCode(74)
  }
}

private func answer(of body: () async throws -> String) async throws -> String {
  do {
    return try await body()
  } catch let error as LoadingError {
    for line in error.description.split(separator: "\n") { complain(String(line)) }
    complain("\(error.count) fault\(error.count == 1 ? "" : "s")")
    throw ExitCode(2)
  } catch let code as ExitCode {
    throw code
  } catch let error as ShardError {
    for fault in error.faults { complain(fault.description) }
    complain("\(error.faults.count) fault\(error.faults.count == 1 ? "" : "s")")
    throw ExitCode(2)
  } catch let error as WhatIfError {
    for fault in error.faults { complain(fault.description) }
    complain("\(error.faults.count) fault\(error.faults.count == 1 ? "" : "s")")
    throw ExitCode(2)
  } catch let error as ResolutionError {
    complain(error.sentence)
    throw ExitCode(2)
  } catch let error as ReplayError {
    complain(error.description)
    throw ExitCode(2)
  } catch let error as AwardError {
    for line in error.sentences { complain(line) }
    throw ExitCode(2)
  } catch let error as SolverError {
    complain(error.description)
    throw ExitCode(2)
  } catch let error as ExplanationError {
    complain(error.description)
    throw ExitCode(2)
  } catch {
    complain("assay is at fault: \(error)")
    throw ExitCode(70)
  }
}

/// Writes one line to standard error, in which nothing can steer a terminal.
func complain(_ line: String) { writeToStandardError(line.clean + "\n") }

/// Writes `text` to standard error as it is.
func writeToStandardError(_ text: String) {
  _ = try? FileDescriptor.standardError.writeAll(text.utf8)
}

/// The number of processors.
let processors = ProcessInfo.processInfo.activeProcessorCount
