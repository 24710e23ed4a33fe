public import Contracts

/// Reads a rule of an award that was typed as in `event.yaml`, such as
/// `few: {providers: {max: 2}}`.
///
/// - Parameters:
///   - text: The rule.
///   - place: How faults call the place where it was typed.
///   - dossier: The event, of which it may name bids, lots and groups.
/// - Returns: The rules that the text holds.
/// - Throws: ``LoadingError`` with every fault.
public func awardRules(
  typed text: String, as place: String, of dossier: Dossier
) throws(LoadingError) -> [AwardRule] {
  let folder = EventFolder(root: "", findings: Findings())
  let plan = dossier.event.award
  let reader = AwardReader(
    lots: plan.lots.isEmpty ? ["all"] : plan.lots.map(\.id), bids: dossier.options.map(\.id),
    folder: folder)
  var rules: [AwardRule] = []
  if let value = YamlDoor(file: place, findings: folder.findings).read(text) {
    let item = Item(value: value, keySpot: value.spot, path: "", findings: folder.findings)
    rules = item.named().compactMap { name, item in
      guard item.keyIsSafe(name) else { return nil }
      return item.section { reader.readRule(name, $0, plan.groups) }
    }
  }
  guard folder.findings.count == 0 else { throw folder.findings.error }
  return rules
}
