/// The 32-bit hash by which a driver's stable name addresses random numbers (FNV-1a).
func driverHash(_ name: String) -> UInt32 {
  name.utf8.reduce(0x811C_9DC5) { ($0 ^ UInt32($1)) &* 0x0100_0193 }
}

/// Pairs of different names whose random numbers would be the same.
///
/// A loader refuses them.
public func collidingDrivers(among names: [String]) -> [(String, String)] {
  var known: [UInt32: String] = Dictionary(minimumCapacity: names.count)
  var collisions: [(String, String)] = []
  for name in names {
    let hash = driverHash(name)
    if let other = known[hash], other != name { collisions.append((other, name)) }
    known[hash] = name
  }
  return collisions
}

extension Assumptions {
  /// The stable names of all drivers whose random numbers these assumptions use.
  public var driverNames: [String] {
    let shared = demand.flatMap(\.driverNames) + indices.flatMap(\.driverNames)
    let common = Set(performance.values.flatMap { $0.metrics.map { "common/\($0.metric)" } })
    let own = performance.keys.sorted().flatMap { option in
      (performance[option]?.metrics ?? []).flatMap { $0.driverNames(of: option) }
    }
    return shared + common.sorted() + own
  }
}

extension DemandDriver {
  var driverNames: [String] {
    let coefficients = ["persistence", "spread", "growth", "start", "shock/arrival", "shock/jump"]
    return [name] + coefficients.map { "\(name)/\($0)" } + stepNames
  }
}

extension IndexDriver {
  var driverNames: [String] { [name, "\(name)/persistence", "\(name)/spread"] }
}

extension PerformanceDriver {
  /// The stable name by which the random numbers of this metric of `option` are addressed.
  func name(of option: String) -> String { "performance/\(option)/\(metric)" }

  func driverNames(of option: String) -> [String] {
    let name = name(of: option)
    let links = demandLinks.keys.sorted().map { "demand/\($0)" }
    let own = ["level", "spread", "persistence", "start", "measurement"]
    return [name] + (own + links).map { "\(name)/\($0)" }
  }
}
