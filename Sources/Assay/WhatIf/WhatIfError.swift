import Contracts
public import Decision
public import Loading
import Reporting
public import Settlement

/// Why a question "what if" has no answer: every fault of it.
public struct WhatIfError: Error, Sendable {
  /// One thing that is wrong with the question.
  public enum Fault: Hashable, Sendable {
    /// The range of the term at `path` is none.
    case range(path: String, TermRange.Fault)
    /// The text is no path of a term.
    case path(String)
    /// The path stands twice.
    case repeated(path: String)
    /// More cells than a study may have.
    case tooManyCells
    /// More futures than are kept one by one.
    case tooManyFutures(Int)
    /// The loader's fault with the terms of one cell, and in how many others it is found too.
    case loading(Loading.Fault, cell: String, others: Int)
    /// A contract of one cell that cannot be settled.
    case resolution(ResolutionError, cell: String)
    /// A bid, or the draft where none is named, that states no number at the path.
    case noNumber(path: String, option: String?, found: String?, nearest: String?)
    /// A path at which nothing stands yet, told where there are other faults.
    case notStated(path: String, nearest: String?)
    /// A number at the path that tells no range to look in.
    case noRange(path: String, number: String)
    /// Terms of today's operation, which no study compares.
    case baseline(path: String)
    /// Numbers at the path that differ between bids.
    case differentNumbers(path: String)
    /// A step or range in another unit than the term has.
    case unit(path: String, text: String, term: String)
    /// A name that no bid has.
    case unknownBid(String, nearest: String?)
    /// Two bids that are the same.
    case sameBid(String)
  }

  /// The faults.
  public let faults: [Fault]

  init(_ faults: [Fault]) { self.faults = faults }
}

extension WhatIfError.Fault: CustomStringConvertible {
  /// The fault in words.
  public var description: String {
    switch self {
    case .range(let path, let fault): "\(path.clean): \(fault.words)"
    case .path(let text): "\(text.clean): expected terms/… or bids/<id or *>/…"
    case .repeated(let path): "\(path.clean): the same term is varied twice"
    case .tooManyCells:
      "more than \(Design.mostCells) cells: take fewer values, or a sample of them with --sample"
    case .tooManyFutures(let most): "at most \(most) futures, which are kept one by one"
    case .loading(let fault, let cell, let others):
      "\(cell.clean): \(fault.description)"
        + (others == 0 ? "" : " (and in \(others) more cell\(others == 1 ? "" : "s"))")
    case .resolution(let error, let cell): "\(cell.clean): \(error.sentence)"
    case .noNumber(let path, let option, let found, let nearest):
      "\(path.clean): \(option?.clean ?? "the event's draft") "
        + (found.map { "states \($0.clean) there, which is no number" } ?? "states no number there")
        + (nearest.map { "; did you mean \($0.clean)?" } ?? "")
    case .notStated(let path, let nearest):
      "\(path.clean): nothing stands there yet"
        + (nearest.map { "; did you mean \($0.clean)?" } ?? "")
    case .noRange(let path, let number):
      "\(path.clean): it is \(number.clean) as written; say with --in where to look"
    case .baseline(let path):
      "\(path.clean): today's operation is not compared; its terms stand in baseline/bid.yaml"
    case .differentNumbers(let path):
      "\(path.clean): the bids have different numbers there; say with --in where to look"
    case .unit(let path, let text, let term):
      "\(path.clean): expected a number written like \(term.clean), found \(text.clean)"
    case .unknownBid(let name, let nearest):
      "there is no bid \(name.clean)" + (nearest.map { "; did you mean \($0)?" } ?? "")
    case .sameBid(let name): "\(name.clean) is compared with itself"
    }
  }
}

extension TermRange.Fault {
  fileprivate var words: String {
    switch self {
    case .value(let text):
      "expected numbers or words such as 8%, 0.5 or never, found \(text.isEmpty ? "nothing" : text.clean)"
    case .units(let text):
      "expected two numbers of one unit, such as 8%..20%, or with a step 8%..20%:2%, found "
        + text.clean
    case .step(let text): "the step is above 0, found \(text.clean)"
    case .falling(let text):
      "the range is empty, for its end lies below its beginning: \(text.clean)"
    case .passesEnd(let end, let last, let next):
      "the steps pass by the end \(end): they come to \(last) and then to \(next)"
    case .noStep(let text): "\(text.clean) has no step, as in 8%..20%:2%; only --sample needs none"
    case .repeated(let text): "\(text.clean) stands there twice"
    case .tooMany(let count): "\(count) values, at most \(Design.mostCells)"
    }
  }
}
