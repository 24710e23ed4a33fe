/// A piece of a YAML text, and where it begins.
public struct YamlEvent: Hashable, Sendable {
  /// What a piece can be.
  public enum Content: Hashable, Sendable {
    /// A text as it was written, without its quotes: it has no type yet.
    case scalar(String, isQuoted: Bool)

    /// The beginning of a list, whose items follow.
    case list

    /// The beginning of a mapping, of which follow a key and its value, a key and its value.
    case mapping

    /// The end of the list or mapping that began last and has not ended yet.
    case end

    /// A mention of what bears an anchor.
    case alias(String)
  }

  /// What it is.
  public var content: Content

  /// The name by which aliases would mention it.
  public var anchor: String?

  /// The type that was asked for.
  public var tag: String?

  /// The line of its first character, from 1.
  public var line: Int

  /// The column of its first character, in Unicode scalars from 1.
  public var column: Int
}

/// Why a text is no YAML.
public struct YamlError: Error, Hashable {
  /// What is wrong with it.
  public var problem: String

  /// The line of the character at fault, from 1.
  public var line: Int

  /// The column of the character at fault, in Unicode scalars from 1.
  public var column: Int
}
