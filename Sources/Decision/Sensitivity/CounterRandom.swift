/// Random numbers by address: those of a draw follow from seed, purpose and number alone, whichever
/// thread takes them.
///
/// The finaliser of SplitMix64 (Steele, Lea and Flood, *Fast splittable pseudorandom number
/// generators*, OOPSLA 2014) mixes the address into the state from which its stream begins.
struct CounterRandom {
  /// What numbers are drawn for, so that no two purposes share any.
  enum Purpose: UInt64 {
    /// Weights, and the outcome that goes with them.
    case weights = 1
    /// The batch by whose deviation an estimate is off.
    case batches = 2
  }

  private var state: UInt64

  /// Begins the numbers of draw `number`.
  init(seed: UInt64, _ purpose: Purpose, number: Int) {
    state = Self.mixed(seed &+ Self.step)
    state = Self.mixed(state ^ purpose.rawValue &* Self.step)
    state = Self.mixed(state ^ UInt64(truncatingIfNeeded: number) &* Self.step)
  }

  static let step: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// The word, mixed.
  static func mixed(_ word: UInt64) -> UInt64 {
    var mixed = word
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// The next 64 random bits.
  mutating func next() -> UInt64 {
    state &+= Self.step
    return Self.mixed(state)
  }

  /// The next uniform, (word + ½) ÷ 2⁵², which is never 0 nor 1.
  mutating func uniform() -> Double {
    (Double(next() >> 12) + 0.5) * 0x1p-52
  }

  /// The next whole number from 0 to `count − 1`, each with the same chance but for 2⁻⁶⁴ · `count`.
  mutating func below(_ count: Int) -> Int {
    Int(UInt64(count).multipliedFullWidth(by: next()).high)
  }
}
