/// Whether round `one` comes before round `other`.
///
/// Rounds are ordered by the number in front of the name, so that `10` follows `9`, and then by
/// the name. A name without a number comes first.
func roundPrecedes(_ one: String, _ other: String) -> Bool {
  (numberInFront(one), one) < (numberInFront(other), other)
}

private func numberInFront(_ name: String) -> Int {
  Int(name.prefix { $0.isASCII && $0.isNumber }) ?? -1
}
