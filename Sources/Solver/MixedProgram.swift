/// A linear program of which some variables are whole numbers: minimise `c·x` subject to
/// `lower ≤ a·x ≤ upper` for every row.
///
/// Variables and rows are known by their positions alone, so that no name that anybody wrote reaches
/// the program that solves it.
public struct MixedProgram: Hashable, Sendable {
  /// One variable.
  public struct Variable: Hashable, Sendable {
    /// The least value.
    public var lower: Double

    /// The greatest value.
    public var upper: Double

    /// Whether it is a whole number.
    public var isWhole: Bool

    /// What one unit costs.
    public var cost: Double

    /// Creates a variable that costs `cost` a unit.
    public init(lower: Double = 0, upper: Double = 1, isWhole: Bool = true, cost: Double = 0) {
      self.lower = lower
      self.upper = upper
      self.isWhole = isWhole
      self.cost = cost
    }
  }

  /// One coefficient of a row.
  public struct Term: Hashable, Sendable {
    /// The position of the variable.
    public var variable: Int

    /// By what it is multiplied.
    public var factor: Double

    /// Creates a coefficient.
    public init(_ variable: Int, _ factor: Double) {
      self.variable = variable
      self.factor = factor
    }
  }

  /// One row: `lower ≤ Σ factor·variable ≤ upper`, of which one bound may be infinite.
  public struct Row: Hashable, Sendable {
    /// The coefficients; those of one variable count together.
    public var terms: [Term]

    /// The lower bound.
    public var lower: Double

    /// The upper bound.
    public var upper: Double

    /// Creates a row.
    ///
    /// - Precondition: some bound is finite.
    public init(_ terms: [Term], lower: Double = -.infinity, upper: Double = .infinity) {
      precondition(lower.isFinite || upper.isFinite, "a row bounds something")
      self.terms = terms
      self.lower = lower
      self.upper = upper
    }
  }

  /// The variables.
  public var variables: [Variable] = []

  /// The rows.
  public var rows: [Row] = []

  /// Creates an empty program.
  public init() {}

  /// Adds a variable and says where it stands.
  public mutating func add(_ variable: Variable) -> Int {
    variables.append(variable)
    return variables.count - 1
  }

  /// Adds a row.
  public mutating func add(_ row: Row) { rows.append(row) }

  /// `c·x` of the values `x`.
  public func cost(of values: [Double]) -> Double {
    zip(variables, values).reduce(0) { $0 + $1.0.cost * $1.1 }
  }
}
