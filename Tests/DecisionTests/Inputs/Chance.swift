import Glibc
import TestKit

/// Random numbers for closed forms.
struct Chance {
  private var generator: SplitMix64

  init(seed: UInt64) { generator = SplitMix64(seed: seed) }

  /// Uniforms in 0…1.
  mutating func uniforms(_ count: Int) -> [Double] {
    (0..<count).map { _ in generator.uniform() }
  }

  /// Standard normals (Box and Muller).
  mutating func normals(_ count: Int) -> [Double] {
    (0..<count).map { _ in
      let radius = (-2 * log(1 - generator.uniform())).squareRoot()
      return radius * cos(2 * Double.pi * generator.uniform())
    }
  }
}

/// The density of the standard normal law, and its distribution function.
func density(_ z: Double) -> Double { exp(-z * z / 2) / (2 * Double.pi).squareRoot() }
func below(_ z: Double) -> Double { 0.5 * erfc(-z / 2.0.squareRoot()) }

/// The mean gain of a choice between 0 and a normal of mean d and standard deviation s that is
/// known: `s·φ(d/s) − |d|·(1 − Φ(|d|/s))`.
func normalGain(_ d: Double, _ s: Double) -> Double {
  s * density(d / s) - abs(d) * (1 - below(abs(d) / s))
}
