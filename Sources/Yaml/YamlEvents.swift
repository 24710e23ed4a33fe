import CLibYaml

/// The pieces of a YAML text one after the other, by libyaml: the one door to it.
///
/// Nothing is kept of a piece that was handed out.
@safe
public final class YamlEvents {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let text: UnsafeMutableBufferPointer<UInt8>
  private var documents = 0
  private var isStopped = false

  /// Begins to read `text`.
  public init(_ text: String) {
    unsafe self.text = .allocate(capacity: text.utf8.count)
    _ = unsafe self.text.initialize(from: text.utf8)
    unsafe parser = .allocate(capacity: 1)
    let isReady = unsafe yaml_parser_initialize(parser) == 1
    precondition(isReady, "there is memory for a parser")
    unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    unsafe yaml_parser_set_input_string(parser, self.text.baseAddress, self.text.count)
  }

  deinit {
    unsafe yaml_parser_delete(parser)
    unsafe parser.deallocate()
    unsafe text.deallocate()
  }

  /// Reads no further: nothing follows.
  public func stop() { isStopped = true }

  /// The next piece, or nothing behind the last.
  ///
  /// - Throws: ``YamlError`` where the text is no YAML, abbreviates tags, or has more than one
  ///   document.
  public func next() throws(YamlError) -> YamlEvent? {
    if documents == 0 { try refuseAbbreviations() }
    while !isStopped {
      var event = unsafe yaml_event_t()
      guard unsafe yaml_parser_parse(parser, &event) == 1 else { throw error }
      defer { unsafe yaml_event_delete(&event) }
      switch unsafe event.type {
      case YAML_NO_EVENT, YAML_STREAM_END_EVENT: return nil
      case YAML_DOCUMENT_START_EVENT: try begin(documentAt: unsafe event.start_mark)
      case YAML_STREAM_START_EVENT, YAML_DOCUMENT_END_EVENT: break
      default: return unsafe YamlEvent(event)
      }
    }
    return nil
  }

  /// Refuses `%TAG` at the beginning of a line: the parser compares each with all before it.
  private func refuseAbbreviations() throws(YamlError) {
    let ends = [UInt8(ascii: "\n"), UInt8(ascii: "\r")]
    for place in unsafe text.indices where unsafe text[place] == UInt8(ascii: "%") {
      guard unsafe place == 0 || ends.contains(text[place - 1]),
        unsafe text[place...].starts(with: "%TAG".utf8)
      else { continue }
      throw YamlError("abbreviations of tags are not read", at: mark(ofByte: place))
    }
  }

  private func begin(documentAt mark: yaml_mark_t) throws(YamlError) {
    documents += 1
    guard documents > 1 else { return }
    throw YamlError(
      "expected a single document in the stream, but found another document", at: mark)
  }

  /// Why the parser did not go on.
  private var error: YamlError {
    let parser = unsafe parser.pointee
    let words = unsafe [parser.context, parser.problem].compactMap { words in
      unsafe words.map { unsafe String(cString: $0) }
    }
    let problem = words.joined(separator: ", ")
    guard unsafe parser.error == YAML_READER_ERROR else {
      return unsafe YamlError(problem, at: parser.problem_mark)
    }
    return unsafe YamlError(problem, at: mark(ofByte: parser.problem_offset))
  }

  /// The place of a byte, which the parser does not tell of what it cannot read.
  private func mark(ofByte offset: Int) -> yaml_mark_t {
    let breaks: [Unicode.Scalar] = ["\n", "\r", "\u{85}", "\u{2028}", "\u{2029}"]
    var (mark, last) = (yaml_mark_t(), Unicode.Scalar(0))
    for scalar in unsafe String(decoding: text.prefix(offset), as: UTF8.self).unicodeScalars {
      if !breaks.contains(scalar) {
        mark.column += 1
      } else if scalar != "\n" || last != "\r" {
        (mark.line, mark.column) = (mark.line + 1, 0)
      }
      last = scalar
    }
    return mark
  }
}

extension YamlError {
  fileprivate init(_ problem: String, at mark: yaml_mark_t) {
    self.init(problem: problem, line: Int(mark.line) + 1, column: Int(mark.column) + 1)
  }
}

extension YamlEvent {
  /// A copy of what the parser found.
  fileprivate init(_ event: yaml_event_t) {
    unsafe self.init(
      content: .end, line: Int(event.start_mark.line) + 1,
      column: Int(event.start_mark.column) + 1)
    switch unsafe event.type {
    case YAML_SCALAR_EVENT:
      let scalar = unsafe event.data.scalar
      let bytes = unsafe UnsafeBufferPointer(start: scalar.value, count: scalar.length)
      let isQuoted = unsafe scalar.style != YAML_PLAIN_SCALAR_STYLE
      content = .scalar(unsafe String(decoding: bytes, as: UTF8.self), isQuoted: isQuoted)
      unsafe name(anchor: scalar.anchor, tag: scalar.tag)
    case YAML_SEQUENCE_START_EVENT:
      content = .list
      unsafe name(anchor: event.data.sequence_start.anchor, tag: event.data.sequence_start.tag)
    case YAML_MAPPING_START_EVENT:
      content = .mapping
      unsafe name(anchor: event.data.mapping_start.anchor, tag: event.data.mapping_start.tag)
    case YAML_ALIAS_EVENT:
      content = .alias(unsafe String(cString: event.data.alias.anchor))
    default: break  // the end of a list or a mapping
    }
  }

  /// The tag as it is written: the parser spells `!!` out.
  private static func written(_ tag: String) -> String {
    let spelt = "tag:yaml.org,2002:"
    return tag.hasPrefix(spelt) ? "!!" + tag.dropFirst(spelt.count) : tag
  }

  private mutating func name(
    anchor: UnsafePointer<yaml_char_t>?, tag: UnsafePointer<yaml_char_t>?
  ) {
    unsafe self.anchor = anchor.map { unsafe String(cString: $0) }
    unsafe self.tag = tag.map { unsafe YamlEvent.written(String(cString: $0)) }
  }
}
