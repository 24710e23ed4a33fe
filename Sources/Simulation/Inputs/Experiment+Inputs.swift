import Contracts
import Crew
public import Futures
import Rows
import Settlement

extension Experiment {
  /// The repetition from which inputs are drawn anew; the pilot of leaving has another.
  static let redrawnReplicate: UInt32 = 2

  /// The bids, by their positions among the options.
  public var bids: [Int] { options.indices.filter { $0 != baseline } }

  /// The bids as far as their inputs go.
  var parties: [Input.Party] {
    bids.map { position in
      let option = options[position]
      return Input.Party(
        option: option.bid.id, performance: option.performance,
        uniforms: option.contract.uniforms)
    }
  }

  /// The inputs of the bids that are left to chance.
  public var inputs: InputList { InputList(inputs: assumptions.inputs(of: parties)) }
}

/// How inputs turn out in the first futures of an experiment.
public struct InputSample: Sendable {
  /// The inputs.
  public let inputs: InputList

  /// The figures of each input.
  public let quantities: [[InputQuantity]]

  /// The values by input, figure and future.
  public let values: [[[Double]]]

  /// Whether each figure of an input is a uniform, of which costs are steps.
  public func areUniforms(of place: Int) -> [Bool] { quantities[place].map(\.isUniform) }
}

/// The inputs of an experiment, in their order.
public struct InputList: Hashable, Sendable {
  /// The inputs.
  public let inputs: [Input]

  /// Creates a list of `inputs`.
  public init(inputs: [Input]) { self.inputs = inputs }

  /// The positions of the inputs.
  public var places: Range<Int> { inputs.indices }

  /// Whether the input at `place` is a group of several.
  public func isGroup(_ place: Int) -> Bool { inputs[place].level == .group }

  /// Whether one figure tells how the input at `place` has turned out: a volume or an index.
  public func hasOneFigure(_ place: Int) -> Bool {
    inputs[place].movesWorld && !isGroup(place)
  }
}

extension Experiment {
  /// Samples how `inputs` turn out in the first `futures` futures, on `threads` threads.
  ///
  /// - Precondition: `inputs` are inputs of this experiment, and it is for as many futures.
  public func sample(of list: InputList, futures: Int, threads: Int) -> InputSample {
    precondition(futures >= 1, "a sample has a future")
    let inputs = list.inputs
    let figures = inputs.map { $0.quantities(of: parties, in: assumptions) }
    let columns = figures.map { $0.map { _ in Column(count: futures) } }
    let blocks = (futures + Lanes.count - 1) / Lanes.count
    let workers = max(1, min(threads, blocks))
    _ = (0..<workers).mapSideBySide { worker in
      let sampler = InputSampler(inputs, of: parties, in: assumptions)
      for block in stride(from: worker, to: blocks, by: workers) {
        let first = block * Lanes.count
        sampler.fill(at: draws(firstFuture: first))
        let lanes = min(Lanes.count, futures - first)
        for (rows, own) in zip(sampler.rows, columns) {
          for (row, column) in zip(rows, own) { column.store(row, lanes: lanes, at: first) }
        }
      }
      return worker
    }
    return InputSample(
      inputs: list, quantities: figures,
      values: columns.map { $0.map { $0.values(first: futures) } })
  }
}
