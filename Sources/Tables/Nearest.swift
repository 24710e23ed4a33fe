/// The known name most like `name`, or `nil` if none is near enough to be worth naming.
///
/// Nearness is the number of letters inserted, removed, replaced or swapped with their
/// neighbour (optimal string alignment), letter case aside. A name is near if that is at most
/// a third of the longer of the two, rounded up, and less than all of its letters. Of equally
/// near names the first wins.
///
/// - Complexity: the product of the two lengths for each known name. Names over 64 characters
///   are never near.
public func nearest(to name: String, in known: some Sequence<String>) -> String? {
  let wanted = Array(name.lowercased())
  var best: (name: String, distance: Int)?
  for candidate in known {
    let letters = Array(candidate.lowercased())
    let longer = max(letters.count, wanted.count)
    guard (1...64).contains(longer) else { continue }
    let distance = editDistance(wanted, letters)
    if distance <= min((longer + 2) / 3, longer - 1), distance < best?.distance ?? .max {
      best = (candidate, distance)
    }
  }
  return best?.name
}

/// The optimal string alignment distance, by three rolling rows of its table.
///
/// d[i,j] = min(d[i−1,j] + 1, d[i,j−1] + 1, d[i−1,j−1] + (a_i ≠ b_j)), and
/// d[i−2,j−2] + 1 where a_i a_{i−1} = b_{j−1} b_j.
func editDistance(_ first: [Character], _ second: [Character]) -> Int {
  var beforeLast: [Int] = []
  var last = Array(0...second.count)
  for i in first.indices {
    var row = [i + 1]
    for j in second.indices {
      let replaced = last[j] + (first[i] == second[j] ? 0 : 1)
      var least = min(last[j + 1] + 1, row[j] + 1, replaced)
      if i > 0, j > 0, first[i] == second[j - 1], first[i - 1] == second[j] {
        least = min(least, beforeLast[j - 1] + 1)
      }
      row.append(least)
    }
    beforeLast = last
    last = row
  }
  return last[second.count]
}
