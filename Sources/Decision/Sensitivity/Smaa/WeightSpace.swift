/// Which weights are held to be possible; all of them as likely as any other.
public enum WeightSpace: Hashable, Sendable {
  /// Any weights.
  case free
  /// Any weights in the order of those that are stated; between equal ones there is no order.
  case ordinal
  /// Any weights of which no two stand to each other in a ratio that is more than this factor above or
  /// below the one that is stated.
  case ratio(Double)

  /// What is taken where nothing else is asked for: ratios within a factor of 2 **[assumption]**.
  public static let standard = WeightSpace.ratio(2)
}

/// Draws weights from a space, uniformly on the simplex of weights that add up to 1.
///
/// Criteria that are stated to have no weight keep none.
struct WeightSampler: Sendable {
  private let stated: [Double]
  private let order: WeightOrder
  private let law: RatioBoundedLaw?
  private let isOrdinal: Bool

  /// Prepares weights from `space` around the weights `stated`.
  init(_ space: WeightSpace, around stated: [Double]) {
    self.stated = stated
    order = WeightOrder(of: stated)
    switch space {
    case .free: (law, isOrdinal) = (nil, false)
    case .ordinal: (law, isOrdinal) = (nil, true)
    case .ratio(let bound):
      (law, isOrdinal) = (RatioBoundedLaw(order.places.map { stated[$0] }, within: bound), false)
    }
  }

  /// Writes the next weights into `weights`.
  func draw(into weights: inout [Double], _ random: inout CounterRandom) {
    let count = order.places.count
    for place in weights.indices { weights[place] = 0 }
    if let law {
      law.draw(&random) { weights[order.places[$0]] = $1 }
      return
    }
    let gaps = Self.spacings(count, &random)
    guard isOrdinal else {
      for (place, gap) in zip(order.places, gaps) { weights[place] = gap }
      return
    }
    let descending = gaps.sorted(by: >)
    for (place, gap) in zip(order.shuffledWithinTies(&random), descending) { weights[place] = gap }
  }

  /// The gaps that `count − 1` uniforms leave between 0 and 1, which are uniform on the simplex.
  private static func spacings(_ count: Int, _ random: inout CounterRandom) -> [Double] {
    var cuts: [Double] = []
    cuts.reserveCapacity(count + 1)
    for _ in 1..<max(count, 1) {
      let cut = random.uniform()
      var place = cuts.count
      while place > 0 && cuts[place - 1] > cut { place -= 1 }
      cuts.insert(cut, at: place)
    }
    cuts.append(1)
    var before = 0.0
    for place in cuts.indices { (before, cuts[place]) = (cuts[place], cuts[place] - before) }
    return cuts
  }
}

/// The criteria with weight from the heaviest on, and which of them weigh the same.
private struct WeightOrder: Sendable {
  /// The positions of the criteria.
  let places: [Int]

  /// The places among ``places`` that weigh the same.
  private let ties: [Range<Int>]

  init(of weights: [Double]) {
    let places = weights.indices.filter { weights[$0] > 0 }.sorted { first, second in
      (-weights[first], first) < (-weights[second], second)
    }
    var ties: [Range<Int>] = []
    for place in places.indices {
      if let last = ties.last, weights[places[last.lowerBound]] == weights[places[place]] {
        ties[ties.count - 1] = last.lowerBound..<(place + 1)
      } else {
        ties.append(place..<(place + 1))
      }
    }
    self.places = places
    self.ties = ties
  }

  /// The positions from the heaviest on, those that weigh the same in random order.
  func shuffledWithinTies(_ random: inout CounterRandom) -> [Int] {
    var shuffled = places
    for tie in ties where tie.count > 1 {
      for place in tie.dropFirst() {
        shuffled.swapAt(place, tie.lowerBound + random.below(place - tie.lowerBound + 1))
      }
    }
    return shuffled
  }
}
