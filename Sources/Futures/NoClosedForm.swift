/// Why an expectation under the drivers' laws is not known exactly.
public enum NoClosedForm: String, Error, Hashable, Sendable, CaseIterable, Codable {
  /// A volume whose forecast is read as its median has no closed mean where its persistence or
  /// spread is uncertain; with an uncertain spread the mean of the law is infinite.
  case uncertainMedian = "uncertain_median"
  /// Attainment follows a demand whose persistence or spread is uncertain.
  case uncertainDemand = "uncertain_demand"
  /// Attainment follows a demand with a step that may or may not happen.
  case stepOfDemand = "step_of_demand"
  /// Attainment follows a demand with shocks.
  case shocksOfDemand = "shocks_of_demand"
  /// More coefficients of a metric are uncertain than are integrated over.
  case manyUncertain = "many_uncertain"
  /// More than one coefficient of a metric is uncertain, so that months are not taken jointly.
  case severalUncertain = "several_uncertain"
  /// A share is measured of a sample: its noise depends on the attainment.
  case measuredOfSample = "measured_of_sample"
  /// Attainment has no chance in it and lies on the bound.
  case noChance = "no_chance"
  /// Whether a month is a default hangs on other months, or on more than one comparison.
  case patternOfMisses = "pattern_of_misses"
}
