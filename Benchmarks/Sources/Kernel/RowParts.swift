import Rows
import Timing

/// Operations on rows, by themselves: everything lies in the first cache.
struct RowParts {
  private let arena = Arena()
  private let address = Address(seed: 1, driver: 7, replicate: 0)

  /// What each operation takes.
  var parts: [Part] { draws + latents + settling }

  private var draws: [Part] {
    let latent = arena.latentRows(4)
    let money = arena.rows(4)
    var block: UInt32 = 0
    let normals = Timing.nanoseconds(for: 4 * Lanes.count) {
      block &+= 1
      address.normals(
        into: (latent[0], latent[1], latent[2], latent[3]), firstFuture: 0, monthBlock: block)
    }
    let uniforms = Timing.nanoseconds(for: 4 * Lanes.count) {
      block &+= 1
      address.uniforms(
        into: (money[0], money[1], money[2], money[3]), firstFuture: 0, monthBlock: block)
    }
    return [
      Part("standard normal: ARS4x32-7 and Box–Muller", per: "normal", normals),
      Part("uniform: ARS4x32-7", per: "uniform", uniforms),
    ]
  }

  private var latents: [Part] {
    let normals = arena.latentRows(8)
    let states = arena.latentRows(8)
    let attainment = arena.latentRow()
    for (place, row) in normals.enumerated() { row.fill(Float(place) * 0.1 - 0.4) }
    var program = LatentProgram()
    for (i, state) in states.enumerated() {
      var innovation = WeightedRows()
      for row in normals.prefix(i + 1) { innovation.append(row, times: .constant(0.125)) }
      program.autoregress(
        state, persistence: .constant(0.7), innovation: innovation, spread: .constant(0.7))
    }
    let run = LatentRun(program, following: [])
    let step = Timing.nanoseconds(for: states.count * Lanes.count) { run.run() }
    var terms = WeightedRows()
    terms.append(normals[0], times: .constant(0.25))
    let combined = LatentRun { $0.combine(attainment, 0.5, from: states[0], terms) }
    let combination = Timing.nanoseconds(for: Lanes.count) { combined.run() }
    return [
      Part("AR(1) step of 8 correlated levels, draws not included", per: "level", step),
      Part("attainment: a state, a constant and a term in f32", per: "future", combination),
    ]
  }

  private var settling: [Part] {
    let (volume, charge, weight, plain) = (arena.row(), arena.row(), arena.row(), arena.row())
    let (latent, words) = (arena.latentRow(), arena.wordRow())
    for lane in 0..<Lanes.count {
      volume[lane] = 900 + Double(lane)
      weight[lane] = lane.isMultiple(of: 3) ? 0 : 1
      latent[lane] = Float(lane % 7) - 3
    }
    var tiers = Bands(from: 0)
    for (rate, end) in [(10.0, 850.0), (9.2, 1_150), (8.5, .infinity)] {
      tiers.append(rate: rate, to: end)
    }
    let band = Timing.nanoseconds(for: Lanes.count) {
      charge.add(tiers, of: volume, times: weight)
    }
    let outside = Timing.nanoseconds(for: Lanes.count) {
      charge.addOutside(
        of: volume, over: 1_100, rate: 1, under: 950, rate: -0.6, times: weight)
    }
    let push = Timing.nanoseconds(for: Lanes.count) { words.push(latent, .above, 1.5) }
    var posts = Posts()
    for _ in 0..<4 { posts.append(volume, weight: weight, discount: 0.9) }
    let post = Timing.nanoseconds(for: 4 * Lanes.count) { posts.add(to: charge, plain: plain) }
    let sum = Timing.nanoseconds(for: Lanes.count) { volume[0] = volume.sum() * 1e-3 }
    return [
      Part("tiered price of three bands, indexed", per: "future", band),
      Part("what lies outside a band, indexed", per: "future", outside),
      Part("push of a default into its window", per: "future", push),
      Part("post of one of four accounts", per: "future", post),
      Part("sum of a row", per: "future", sum),
    ]
  }
}
