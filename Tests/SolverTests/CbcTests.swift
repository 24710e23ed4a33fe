import FoundationEssentials
import Synchronization
import Testing

@testable import Solver

@Suite(.serialized) struct CbcTests {
  /// A knapsack whose best value is known by hand: weights 5, 4, 3 within 7, values 10, 7, 5.5.
  static let knapsack = {
    var program = MixedProgram()
    for value in [10, 7, 5.5] { _ = program.add(.init(cost: -value)) }
    program.add(.init([.init(0, 5), .init(1, 4), .init(2, 3)], upper: 7))
    return program
  }()

  @Test func a_program_is_solved() async throws {
    let solution = try await Cbc().solve(Self.knapsack)
    #expect(solution == Solution(end: .optimal, values: [0, 1, 1], bound: -12.5))
  }

  @Test func rows_of_every_kind_and_free_variables_are_understood() async throws {
    var program = MixedProgram()
    let free = MixedProgram.Variable(
      lower: -.infinity, upper: .infinity, isWhole: false, cost: 1)
    let bounded = MixedProgram.Variable(lower: -2, upper: 5, isWhole: true, cost: 0)
    let (one, other) = (program.add(free), program.add(bounded))
    _ = program.add(MixedProgram.Variable())
    // x ≥ −3.25 − y, and y between −1.5 and 1.5 by a row of two bounds: y is whole, so at most 1.
    program.add(.init([.init(one, 1), .init(other, 1)], lower: -3.25))
    program.add(.init([.init(other, 2)], lower: -3, upper: 3))
    let solution = try await Cbc().solve(program)
    #expect(solution.values?.prefix(2) == [-4.25, 1])
  }

  @Test func terms_of_one_variable_count_together() async throws {
    var program = Self.knapsack
    program.add(.init([.init(0, 1), .init(1, 2), .init(0, -1)], upper: 1))
    #expect(try await Cbc().solve(program).values == [1, 0, 0])
  }

  @Test func what_cannot_be_met_is_told() async throws {
    var program = Self.knapsack
    program.add(.init([.init(0, 1), .init(1, 1)], lower: 3))
    let solution = try await Cbc().solve(program)
    #expect(solution.end == .infeasible)
    #expect(solution.values == nil)
  }

  @Test func a_solver_that_is_not_there_is_told_with_what_to_do() {
    #expect(throws: SolverError.missing(program: "cbc")) { try Cbc(path: "/nowhere:.") }
    let words = SolverError.missing(program: "cbc").description
    #expect(words.contains("apt-get install coinor-cbc"))
  }

  @Test func a_search_that_is_stopped_tells_the_best_and_a_bound() async throws {
    let program = Self.hard(lots: 60, bids: 14)
    let looks = Mutex(0)
    let isLate: @Sendable () -> Bool = {
      looks.withLock { count in
        count += 1
        return count > 30
      }
    }
    let solution = try await Cbc(isToStop: isLate).solve(program)
    #expect(solution.end == .stopped)
    let values = try #require(solution.values)
    #expect(solution.bound < program.cost(of: values))
    let whole = zip(program.variables, values).filter(\.0.isWhole)
    #expect(whole.allSatisfy { $0.1 == 0 || $0.1 == 1 })
  }

  @Test(arguments: [true, false])
  func a_solver_that_ends_without_a_word_has_found_nothing_only_where_it_was_stopped(
    isStopped: Bool
  ) async throws {
    let folder = FileManager.default.temporaryDirectory.path + "/assay-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let script = isStopped ? "exec sleep 20" : "exit 3"
    #expect(
      FileManager.default.createFile(
        atPath: "\(folder)/cbc", contents: Data("#!/bin/sh\n\(script)\n".utf8),
        attributes: [.posixPermissions: 0o700]))
    let solver = try Cbc(isToStop: { isStopped }, path: folder)
    guard isStopped else {
      await #expect(throws: SolverError.failed("no answer")) {
        try await solver.solve(Self.knapsack)
      }
      return
    }
    let solution = try await solver.solve(Self.knapsack)
    #expect(solution == Solution(end: .stopped, values: nil, bound: -.infinity))
  }

  /// A market split: rows whose sums must be met exactly keep any search busy for long, and slack
  /// that costs lets some answer be found at once.
  private static func hard(lots: Int, bids: Int) -> MixedProgram {
    var program = MixedProgram()
    var state: UInt64 = 7
    func next() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 40).truncatingRemainder(dividingBy: 100)
    }
    let columns = (0..<lots).map { _ in program.add(MixedProgram.Variable()) }
    for _ in 0..<bids / 2 {
      let weights = columns.map { _ in next().rounded() }
      let over = program.add(.init(upper: 1e6, isWhole: false, cost: 1))
      let under = program.add(.init(upper: 1e6, isWhole: false, cost: 1))
      let half = (weights.reduce(0, +) / 2).rounded(.down)
      let terms = zip(columns, weights).map { MixedProgram.Term($0, $1) }
      program.add(
        .init(terms + [.init(over, -1), .init(under, 1)], lower: half, upper: half))
    }
    return program
  }
}
