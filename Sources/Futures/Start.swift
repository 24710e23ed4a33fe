/// What is known of the state of an autoregressive driver before month 1.
public enum Start: Hashable, Sendable {
  /// The state at month 0 is 0, the default without history.
  case zero
  /// The state is drawn from the stationary law.
  case stationary
  /// The state was `value` in the last month of history, `months` months before month 0.
  case observed(value: Double, months: Int)
}
