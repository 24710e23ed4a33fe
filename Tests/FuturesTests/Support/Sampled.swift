import Futures
import Rows

/// Everything that was sampled in many futures: by driver, month (from 0) and future.
struct Sampled {
  private(set) var volumes: [[[Double]]]
  private(set) var surprises: [[[Double]]]
  private(set) var indices: [[[Double]]]
  /// Attainments on the link scale, by option, metric, month and future.
  private(set) var attainments: [[[[Double]]]]

  init(
    _ assumptions: Assumptions, options: [String] = [], seed: UInt64, futures: Int = 10_240,
    first: UInt32 = 0, replicate: UInt32 = 0, redrawn: Redrawn? = nil
  ) {
    let months = Array(repeating: [Double](), count: assumptions.horizon)
    volumes = assumptions.demand.map { _ in months }
    surprises = volumes
    indices = assumptions.indices.map { _ in months }
    attainments = options.map { option in
      (assumptions.performance[option]?.metrics ?? []).map { _ in months }
    }
    let bench = Bench(assumptions, options: options)
    for start in stride(from: first, to: first + UInt32(futures), by: Lanes.count) {
      var draws = Draws(seed: seed, replicate: replicate, firstFuture: start)
      draws.redrawn = redrawn
      bench.sampler.fill(at: draws)
      addWorld(bench.world)
      for (option, path) in bench.paths.enumerated() {
        path.begin(at: draws)
        add(path, of: option)
      }
    }
  }

  private mutating func addWorld(_ world: World) {
    for month in 0..<world.horizon {
      for line in volumes.indices {
        volumes[line][month] += world.volumes[line][month].values
        surprises[line][month] += world.surprises[line][month].values
      }
      for index in indices.indices { indices[index][month] += world.indices[index][month].values }
    }
  }

  private mutating func add(_ path: ProviderPath, of option: Int) {
    for month in attainments[option].first?.indices ?? 0..<0 {
      path.advance(to: month + 1)
      for metric in attainments[option].indices {
        guard case .scaled(let row) = path.attainment(metric) else { continue }
        attainments[option][metric][month] += row.values
      }
    }
  }
}

/// Samplers of one world and its options.
private struct Bench {
  let world: World
  let sampler: WorldSampler
  let paths: [ProviderPath]
  private let arena = Arena()

  init(_ assumptions: Assumptions, options: [String]) {
    let (arena, world) = (arena, World(for: assumptions, in: arena))
    sampler = WorldSampler(assumptions, filling: world, in: arena)
    self.world = world
    paths = options.compactMap { option in
      assumptions.performance[option].map { performance in
        ProviderPath(
          sampling: performance, of: option, in: world, assumptions: assumptions, uniforms: [],
          arena: arena)
      }
    }
  }
}

extension Row {
  var values: [Double] { (0..<Lanes.count).map { self[$0] } }
}

extension LatentRow {
  var values: [Double] { (0..<Lanes.count).map { Double(self[$0]) } }
}
