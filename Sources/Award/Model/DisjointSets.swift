/// Numbers from 0 in sets that have none in common, joined pair by pair.
struct DisjointSets {
  private var parents: [Int]

  init(count: Int) { parents = Array(0..<count) }

  /// Puts the sets of two numbers together.
  mutating func join(_ first: Int, _ second: Int) {
    let (one, other) = (root(of: first), root(of: second))
    parents[max(one, other)] = min(one, other)
  }

  private func root(of number: Int) -> Int {
    var root = number
    while parents[root] != root { root = parents[root] }
    return root
  }

  /// The sets, in the order of their least numbers, each in ascending order.
  var sets: [[Int]] {
    let roots = parents.indices.map(root)
    return parents.indices.filter { roots[$0] == $0 }.map { least in
      parents.indices.filter { roots[$0] == least }
    }
  }
}
