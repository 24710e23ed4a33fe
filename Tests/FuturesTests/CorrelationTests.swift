import Futures
import TestKit
import Testing

@Suite struct CorrelationTests {
  /// `L·Lᵀ`.
  private static func square(_ factor: [[Double]]) -> [[Double]] {
    factor.map { row in factor.map { other in zip(row, other).reduce(0) { $0 + $1.0 * $1.1 } } }
  }

  private static func largestDifference(_ one: [[Double]], _ other: [[Double]]) -> Double {
    zip(one.joined(), other.joined()).map { abs($0 - $1) }.max() ?? 0
  }

  /// A matrix of correlations of random vectors, of rank `rank`.
  private static func random(_ count: Int, rank: Int, _ dice: inout SplitMix64) -> [[Double]] {
    let vectors = (0..<count).map { _ in (0..<rank).map { _ in dice.uniform() - 0.4 } }
    return vectors.indices.map { i in
      vectors.indices.map { j in
        if i == j { return 1 }
        let dot = { (a: [Double], b: [Double]) in zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } }
        let (low, high) = (vectors[min(i, j)], vectors[max(i, j)])
        let norms = (dot(low, low) * dot(high, high)).squareRoot()
        return min(max(dot(low, high) / norms, -1), 1)
      }
    }
  }

  @Test func the_factor_is_lower_and_its_square_is_the_matrix() async {
    await forEverySeed(20) { seed in
      var dice = SplitMix64(seed: seed)
      for (count, rank) in [(1, 1), (2, 2), (5, 8), (6, 3), (9, 2)] {
        let matrix = Self.random(count, rank: rank, &dice)
        let correlation = Correlation(matrix)
        #expect(correlation.repair < 1e-6)
        #expect(Self.largestDifference(Self.square(correlation.factor), matrix) < 1e-6)
        for i in 0..<count { #expect(correlation.factor[i][(i + 1)...].allSatisfy { $0 == 0 }) }
      }
    }
  }

  @Test func a_factor_has_its_textbook_value() {
    let factor = Correlation([[1, 0.6, 0], [0.6, 1, 0.5], [0, 0.5, 1]]).factor
    let rest = (1 - 0.625 * 0.625).squareRoot()
    #expect(
      Self.largestDifference(factor, [[1, 0, 0], [0.6, 0.8, 0], [0, 0.625, rest]]) < 1e-15)
  }

  // N. J. Higham, Computing the nearest correlation matrix: a problem from finance, IMA J. Numer.
  // Anal. 22 (2002) 329–343, section 4: to four digits 0.7607 and 0.1573.
  @Test func highams_example_is_repaired_to_its_nearest_matrix() {
    let correlation = Correlation([[1, 1, 0], [1, 1, 1], [0, 1, 1]])
    let (near, far) = (0.7607, 0.1573)
    let nearest = [[1, near, far], [near, 1, near], [far, near, 1]]
    #expect(Self.largestDifference(correlation.matrix, nearest) < 5e-5)
    #expect(abs(correlation.repair - (1 - near)) < 5e-5)
    let square = Self.square(correlation.factor)
    #expect(Self.largestDifference(square, correlation.matrix) < 1e-6)
  }

  @Test func a_repaired_matrix_is_a_correlation_matrix_and_its_repair_is_told() async {
    await forEverySeed(300) { seed in
      var dice = SplitMix64(seed: seed)
      let count = 6 + Int(seed % 7)
      var matrix = Correlation.identity(count).matrix
      for i in 0..<count {
        for j in 0..<i {
          matrix[i][j] = 1.9 * dice.uniform() - 0.95
          matrix[j][i] = matrix[i][j]
        }
      }
      let correlation = Correlation(matrix)
      #expect(Correlation.isWellFormed(correlation.matrix))
      #expect(Self.largestDifference(correlation.matrix, matrix) == correlation.repair)
      let square = Self.square(correlation.factor)
      #expect(Self.largestDifference(square, correlation.matrix) < 1e-9)
      #expect(correlation.repair > 0)
    }
  }

  @Test func no_correlation_has_the_identity_as_its_factor() {
    let identity = Correlation.identity(3)
    #expect(identity.factor == [[1, 0, 0], [0, 1, 0], [0, 0, 1]])
    #expect(identity.repair == 0)
    #expect(Correlation([]).factor.isEmpty)
  }

  @Test(arguments: [
    [[1, 0.5], [0.4, 1]], [[0.9]], [[1, 1.1], [1.1, 1]], [[1, 0.5]], [[1, .nan], [.nan, 1]],
  ])
  func a_malformed_matrix_is_told_apart(matrix: [[Double]]) {
    #expect(!Correlation.isWellFormed(matrix))
  }

  @Test func a_malformed_matrix_stops_the_program() async {
    await #expect(processExitsWith: .failure) { _ = Correlation([[1, 0.5], [0.4, 1]]) }
  }
}
