/// What tells one price line from another of its kind.
struct LineName: Hashable {
  /// What the line is for, in its author's words.
  var item: String
  var location: String?
  var role: String?

  /// The contract year, counted from 1.
  var year: Int?

  /// The first month, where it is part of the name.
  var firstMonth: Int?

  /// The kind of cost, where it is part of the name.
  var cost: String?

  /// The line's name in the contract, such as `voice (IN, agent, year 2)`.
  var text: String {
    let details = [
      location, role, year.map { "year \($0)" }, cost, firstMonth.map { "from month \($0)" },
    ].compactMap(\.self)
    return details.isEmpty ? item : "\(item) (\(details.joined(separator: ", ")))"
  }

  /// By which names terms mean the line, with others, beside its own.
  var groups: [String] {
    [
      text == item ? nil : item, location.map { Self.locations + $0 }, role.map { Self.roles + $0 },
    ].compactMap(\.self)
  }

  private static let locations = "location/"
  private static let roles = "role/"

  /// Whether `name` means all lines of a location or role, which an item may not.
  static func isGroup(_ name: String) -> Bool {
    name.hasPrefix(locations) || name.hasPrefix(roles)
  }
}
