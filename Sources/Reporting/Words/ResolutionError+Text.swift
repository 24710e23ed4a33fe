public import Settlement

extension ResolutionError {
  /// The error in words, such as `alpha: pay: no index is named cpi`.
  public var sentence: String { "\(option.clean): \(clause.clean): \(reason.words)" }
}

extension ResolutionError.Reason {
  fileprivate var words: String {
    switch self {
    case .unknown(let what, let name): "there is no \(what) \(name.clean)"
    case .noReplacement: "a right may be exercised and no replacement takes over"
    case .impossibleBase: "this base of charge makes no sense here"
    case .notStated: "a price is not stated, so that it cannot be ranked"
    }
  }
}
