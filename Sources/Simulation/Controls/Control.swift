public import Futures

/// A figure whose mean under the model is known exactly, so that how far its simulated mean lies
/// off says something of the error of other means.
public struct Control: Hashable, Sendable, Codable {
  /// What is measured.
  public enum Subject: Hashable, Sendable, Codable {
    /// The discounted volume of a service line over the horizon.
    case volume(line: String)
    /// The discounted level of an index over the horizon; of a mean-reverting one its discounted
    /// yearly moves.
    case index(id: String)
    /// The discounted defaults of an option, each level with the share of the charge that is
    /// credited for it, whether or not the contract is still live.
    case creditedDefaults(option: String)
    /// The discounted defaults of an option's levels that give a right, whether or not the
    /// contract is still live.
    case rightDefaults(option: String)
    /// The discounted pairs of such defaults that lie as close together as the right asks, at most
    /// eight months, whether or not the contract is still live.
    case rightPairs(option: String)
  }

  /// Where a future's value is found.
  enum Source: Hashable, Sendable, Codable {
    case volume(Int)
    case level(Int)
    case moves(Int)
    case count(option: Int, place: Int)
  }

  /// What is measured.
  public let subject: Subject

  /// Its exact mean.
  public let mean: Double

  /// What a deviation is multiplied by, so that its spread is of the order of 1.
  let scale: Double

  let source: Source

  /// The option that it belongs to, or nothing where all share it.
  var option: Int? { if case .count(let option, _) = source { option } else { nil } }
}

/// Something that would have been a control, and why it is none.
public struct MissingControl: Hashable, Sendable, Codable {
  /// What it is about.
  public enum Subject: Hashable, Sendable, Codable {
    /// The volume of a service line.
    case volume(line: String)
    /// The defaults of one service level of an option.
    case defaults(option: String, level: String)
    /// The pairs of defaults of one service level of an option; its single defaults are known.
    case pairs(option: String, level: String)
  }

  /// What it is about.
  public let subject: Subject

  /// Why its mean is not known.
  public let reason: NoClosedForm
}
