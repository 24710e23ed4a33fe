import Testing

/// One change that makes the small good event faulty, and the fault as a person reads it.
struct FaultCase: CustomTestStringConvertible {
  var file = "event.yaml"
  var old: String
  var new: String
  var fault: String

  var testDescription: String { "\(file): \(new.prefix(50))" }

  init(_ old: String, _ new: String, _ fault: String, in file: String = "event.yaml") {
    self.file = file
    self.old = old
    self.new = new
    self.fault = fault
  }

  /// Expects exactly these faults, one a line.
  func check() throws {
    let faults = try EventFixture().replacing(old, with: new, in: file).faults()
    #expect(faults.joined(separator: "\n") == fault)
  }
}
