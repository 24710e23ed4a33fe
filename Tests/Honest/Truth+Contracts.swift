extension Truth {
  /// What `Honest --truth` found of the market of contracts, with 10⁸ futures of seed
  /// 1,000,000,007.
  static let contracts = [
    Truth(
      mean: 83120.44901615547, p50: 83048.90851068386, p80: 86667.77526307988,
      p90: 88562.2796856745, cvar95: 92409.90882059663, right: 0.23059071),
    Truth(
      mean: 83260.11302134926, p50: 83058.29758398706, p80: 86675.19245305407,
      p90: 88685.32466472693, cvar95: 92653.04572644201, right: 0.08704156),
  ]
}
