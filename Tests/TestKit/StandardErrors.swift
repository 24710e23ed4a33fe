public import Testing

/// Expects an estimate to lie within some standard errors of the truth.
///
/// A failure prints every input. With four standard errors a right program fails about once in
/// 16,000 trials, and with a fixed seed either never or always.
///
/// - Parameters:
///   - estimate: What was computed from chance.
///   - truth: What it should be on average, known from elsewhere.
///   - standardError: The standard deviation of the estimate; when 0, the two must be equal.
///   - within: How many standard errors are allowed.
///   - seed: The seed that leads to the estimate again.
///   - sourceLocation: Where a failure is shown.
public func expectClose(
  _ estimate: Double,
  _ truth: Double,
  standardError: Double,
  within: Double = 4,
  seed: UInt64,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let complaint = complaint(
    about: estimate,
    truth,
    standardError: standardError,
    within: within,
    seed: seed
  )
  if let complaint {
    Issue.record(Comment(rawValue: complaint), sourceLocation: sourceLocation)
  }
}

/// What to say of an estimate that is too far from the truth; nil of one that is not.
func complaint(
  about estimate: Double,
  _ truth: Double,
  standardError: Double,
  within: Double = 4,
  seed: UInt64
) -> String? {
  // Written so that NaN anywhere is a complaint.
  if standardError >= 0, abs(estimate - truth) <= within * standardError { return nil }
  return """
    estimate \(estimate), truth \(truth), difference \(estimate - truth), \
    standard error \(standardError), distance \(abs(estimate - truth) / standardError) \
    standard errors of \(within) allowed, seed \(seed)
    """
}
