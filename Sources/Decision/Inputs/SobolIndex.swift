public import Simulation

/// How much of the variance of a figure comes from one input.
///
/// With `f` centred around the mean of A and B and `V` its variance over both:
/// `S = mean f_B·(f_AB − f_A) / V` (Saltelli et al. 2010, table 2 b) and
/// `T = mean (f_A − f_AB)² / 2V` (Jansen, *Analysis of variance designs for model output*, Computer
/// Physics Communications 117, 1999).
public struct SobolIndex: Hashable, Sendable {
  /// The share of the variance that the input explains by itself.
  public let first: Estimate

  /// The share that is left where all but the input are known: by itself and with others.
  public let total: Estimate

  /// Estimates the indices of an input from the figure in the futures A and B, and in A with the
  /// input of B.
  ///
  /// Standard errors come from up to 32 batches of consecutive futures: of a ratio `ΣN/ΣV` of sums
  /// over M batches, that is `√(Σ(N_m − S·V_m)²/(M·(M − 1)))` over the mean of `V_m`. They are not
  /// numbers where there are fewer than 16 futures. Nothing is estimated of a figure that does not
  /// vary.
  ///
  /// - Precondition: the three are of the same futures.
  /// - Parameters:
  ///   - a: The figure in the futures A.
  ///   - b: The figure in the futures B.
  ///   - redrawn: The figure in A with the input of B; nothing where the input does not touch it, whose
  ///     indices are exactly 0.
  public init?(_ a: [Double], _ b: [Double], redrawn: [Double]?) {
    precondition(a.count == b.count && redrawn?.count ?? a.count == a.count, "futures are paired")
    let mean = (a.reduce(0, +) + b.reduce(0, +)) / Double(2 * max(a.count, 1))
    let batches = Self.batches(of: a.count)
    let variances = batches.map { batch in
      batch.reduce(0.0) { sum, i in
        sum + ((a[i] - mean) * (a[i] - mean) + (b[i] - mean) * (b[i] - mean)) / 2
      }
    }
    let variance = variances.reduce(0, +)
    guard variance > 1e-24 * mean * mean * Double(a.count) else { return nil }
    guard let redrawn else {
      (first, total) = (Estimate(0, standardError: 0), Estimate(0, standardError: 0))
      return
    }
    let firsts = batches.map { batch in
      batch.reduce(0.0) { $0 + (b[$1] - mean) * (redrawn[$1] - a[$1]) }
    }
    let totals = batches.map { batch in
      batch.reduce(0.0) { $0 + (a[$1] - redrawn[$1]) * (a[$1] - redrawn[$1]) / 2 }
    }
    first = Self.ratio(firsts, variances)
    total = Self.ratio(totals, variances)
  }

  private static func batches(of count: Int) -> [Range<Int>] {
    let batches = max(1, min(32, count / 8))
    return (0..<batches).map { (count * $0 / batches)..<(count * ($0 + 1) / batches) }
  }

  private static func ratio(_ parts: [Double], _ wholes: [Double]) -> Estimate {
    let whole = wholes.reduce(0, +)
    let ratio = parts.reduce(0, +) / whole
    let count = Double(parts.count)
    guard count > 1 else { return Estimate(ratio, standardError: .nan) }
    let squares = zip(parts, wholes).reduce(0) { sum, pair in
      sum + (pair.0 - ratio * pair.1) * (pair.0 - ratio * pair.1)
    }
    return Estimate(
      ratio, standardError: (squares / (count * (count - 1))).squareRoot() * count / whole)
  }
}
