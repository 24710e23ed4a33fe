/// How the volume of one service line may run:
/// `u[t] = forecast[t] · step[t] · shock[t] · (1 + g)^((t − 1) / 12) · exp(x[t] − ½·Var x[t])`
/// with `x[t] = φ·x[t−1] + σ·ε[t]`.
public struct DemandDriver: Hashable, Sendable {
  /// What the forecast is of the volume's distribution.
  public enum Reading: String, Hashable, Sendable, CaseIterable {
    /// Its mean: the term `½·Var x` is taken off.
    case mean
    /// Its median: no term is taken off.
    case median
  }

  /// A permanent change of the volume, such as a deflection or a divestiture.
  public struct Step: Hashable, Sendable {
    /// The contract month from which it holds.
    public var month: Int

    /// The relative change, −0.2 for a fifth less.
    public var size: Double

    /// The chance that it happens.
    public var probability: Double

    /// Creates a change by `size` from `month` on, with a chance of `probability`.
    public init(month: Int, size: Double, probability: Double = 1) {
      self.month = month
      self.size = size
      self.probability = probability
    }
  }

  /// Passing shocks: jumps of the log volume that arrive as a Poisson process and fade,
  /// `log shock[t] = Σ_j J_j · δ^(t − τ_j)`.
  public struct Shocks: Hashable, Sendable {
    /// Arrivals a year.
    public var perYear: Double

    /// The mean of a jump of the log volume.
    public var mean: Double

    /// The standard deviation of a jump.
    public var spread: Double

    /// What is left of a jump after a month, δ in 0…1.
    public var persistence: Double

    /// Creates shocks that arrive `perYear` times a year.
    public init(perYear: Double, mean: Double, spread: Double, persistence: Double) {
      self.perYear = perYear
      self.mean = mean
      self.spread = spread
      self.persistence = persistence
    }
  }

  /// The service line.
  public var serviceLine: String

  /// The forecast volume of each month of the horizon, from month 1.
  public var forecast: [Double]

  /// What the forecast is of the volume's distribution.
  public var reading: Reading

  /// The persistence φ from month to month.
  public var persistence: Parameter

  /// The spread σ of the monthly innovation of the log volume.
  public var spread: Parameter

  /// The yearly growth g beyond the forecast: an estimate and how uncertain it is.
  public var growth: Parameter

  /// Permanent changes.
  public var steps: [Step]

  /// Passing shocks, or nothing.
  public var shocks: Shocks?

  /// What is known of the state before month 1.
  public var start: Start

  /// Creates the driver of `serviceLine`.
  public init(
    serviceLine: String, forecast: [Double], reading: Reading = .mean,
    persistence: Parameter = Parameter(0, scale: .atanh),
    spread: Parameter = Parameter(0, scale: .log), growth: Parameter = Parameter(0),
    steps: [Step] = [], shocks: Shocks? = nil, start: Start = .zero
  ) {
    self.serviceLine = serviceLine
    self.forecast = forecast
    self.reading = reading
    self.persistence = persistence
    self.spread = spread
    self.growth = growth
    self.steps = steps
    self.shocks = shocks
    self.start = start
  }

  /// The stable name by which the driver's random numbers are addressed.
  public var name: String { "demand/\(serviceLine)" }

  /// The stable names of the steps: by their months, and within a month by their order.
  var stepNames: [String] {
    steps.indices.map { index in
      let month = steps[index].month
      let earlier = steps[..<index].count { $0.month == month }
      return "\(name)/step/\(month)" + (earlier == 0 ? "" : "/\(earlier)")
    }
  }
}
