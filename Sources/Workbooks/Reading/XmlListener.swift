import CExpat
import Glibc

/// What listens to an XML file while it is read.
///
/// Names come without their prefixes. Text is gathered from ``gather()`` on until it is taken.
class XmlListener {
  /// Why reading stops, or nothing while it goes on.
  final var failure: WorkbookError? {
    didSet { hasFailed = failure != nil }
  }
  fileprivate private(set) final var hasFailed = false

  private final var text: [UInt8] = []
  private final var isGathering = false

  /// The most bytes of a text; what is longer is cut and makes ``textIsTooLong`` true.
  final let textLimit: Int
  private(set) final var textIsTooLong = false

  init(textLimit: Int) {
    self.textLimit = textLimit
  }

  /// An element begins.
  func start(_ name: String, _ attributes: borrowing XmlAttributes) {}

  /// An element ends.
  func end(_ name: String) {}

  /// From here on text is kept.
  final func gather() {
    isGathering = true
    text.removeAll(keepingCapacity: true)
    textIsTooLong = false
  }

  /// The text since ``gather()``, which is kept no longer.
  final func takeText() -> String {
    isGathering = false
    defer { text.removeAll(keepingCapacity: true) }
    return String(decoding: text, as: UTF8.self)
  }

  /// Puts `characters` behind what was gathered.
  final func append(_ characters: String) {
    if isGathering { text.append(contentsOf: characters.utf8) }
  }

  fileprivate final func append(_ characters: UnsafeBufferPointer<UInt8>) {
    guard isGathering else { return }
    guard text.count + characters.count <= textLimit else {
      textIsTooLong = true
      return
    }
    unsafe text.append(contentsOf: characters)
  }
}

/// The attributes of an element, as long as it begins.
@safe struct XmlAttributes: ~Copyable {
  fileprivate let list: UnsafeMutablePointer<UnsafePointer<CChar>?>?

  /// The value of the attribute with this full name, prefix included.
  subscript(name: StaticString) -> String? {
    var place = unsafe list
    while let pair = unsafe place, let key = unsafe pair[0], let value = unsafe pair[1] {
      if unsafe strcmp(key, name.utf8Start) == 0 { return unsafe String(cString: value) }
      unsafe place = unsafe pair + 2
    }
    return nil
  }

  /// The value of the attribute whose name is this one behind whatever prefix.
  func anyPrefix(_ name: StaticString) -> String? {
    var place = unsafe list
    while let pair = unsafe place, let key = unsafe pair[0], let value = unsafe pair[1] {
      if unsafe strcmp(behindPrefix(key), name.utf8Start) == 0 {
        return unsafe String(cString: value)
      }
      unsafe place = unsafe pair + 2
    }
    return nil
  }
}

private func behindPrefix(_ name: UnsafePointer<CChar>) -> UnsafePointer<CChar> {
  guard let colon = unsafe strchr(name, 0x3A) else { return unsafe name }
  return unsafe UnsafePointer(colon + 1)
}

/// The one door to expat: it refuses document types, with which entities would come, and deep nesting.
@safe final class XmlParser {
  private let parser: XML_Parser
  private let listener: XmlListener
  private let entry: String
  private let depthLimit: Int
  private var depth = 0
  private var refusal: WorkbookError?
  private var isRefused = false

  private init?(entry: String, listener: XmlListener, depthLimit: Int) {
    guard let parser = unsafe XML_ParserCreate(nil) else { return nil }
    unsafe self.parser = unsafe parser
    self.listener = listener
    self.entry = entry
    self.depthLimit = depthLimit
  }

  deinit {
    unsafe XML_ParserFree(parser)
  }

  /// Reads the file `entry` of `archive` to `listener`.
  static func read(
    _ entry: String, of archive: Archive, to listener: XmlListener, limits: WorkbookLimits
  ) throws(WorkbookError) {
    guard let parser = XmlParser(entry: entry, listener: listener, depthLimit: limits.depth) else {
      preconditionFailure("expat has memory for a parser")
    }
    parser.listen()
    var isSound = true
    try unsafe archive.read(entry) { piece in
      isSound = unsafe parser.feed(piece, isLast: false)
      return isSound
    }
    if isSound {
      isSound = unsafe parser.feed(UnsafeBufferPointer(start: nil, count: 0), isLast: true)
    }
    if !isSound { throw parser.error }
  }

  private func listen() {
    unsafe XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    unsafe XML_SetElementHandler(
      parser,
      { unsafe parserBehind($0)?.start($1, $2) },
      { unsafe parserBehind($0)?.end($1) })
    unsafe XML_SetCharacterDataHandler(parser) { unsafe parserBehind($0)?.text($1, $2) }
    unsafe XML_SetStartDoctypeDeclHandler(parser) { context, _, _, _, _ in
      unsafe parserBehind(context)?.refuseDocumentType()
    }
  }

  private func feed(_ piece: UnsafeBufferPointer<UInt8>, isLast: Bool) -> Bool {
    let status = unsafe piece.withMemoryRebound(to: CChar.self) { bytes in
      unsafe XML_Parse(parser, bytes.baseAddress, Int32(bytes.count), isLast ? 1 : 0)
    }
    return status == XML_STATUS_OK
  }

  private var error: WorkbookError {
    if let known = refusal ?? listener.failure { return known }
    let problem = unsafe XML_ErrorString(XML_GetErrorCode(parser)).map {
      unsafe String(cString: $0)
    }
    return unsafe WorkbookError(
      .noXml(
        entry: entry, line: Int(clamping: XML_GetCurrentLineNumber(parser)),
        column: Int(clamping: XML_GetCurrentColumnNumber(parser)) + 1,
        problem: problem ?? "it cannot be read"))
  }

  private func stop(because error: WorkbookError? = nil) {
    refusal = refusal ?? error
    isRefused = true
    unsafe XML_StopParser(parser, 0)
  }

  private func start(
    _ name: UnsafePointer<CChar>?, _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?
  ) {
    guard let name = unsafe name, !isRefused, !listener.hasFailed else { return }
    depth += 1
    guard depth <= depthLimit else {
      stop(because: WorkbookError(.tooDeep(entry: entry, limit: depthLimit)))
      return
    }
    unsafe listener.start(
      String(cString: behindPrefix(name)), XmlAttributes(list: attributes))
    if listener.hasFailed { stop() }
  }

  private func end(_ name: UnsafePointer<CChar>?) {
    guard let name = unsafe name, !isRefused, !listener.hasFailed else { return }
    depth -= 1
    unsafe listener.end(String(cString: behindPrefix(name)))
    if listener.hasFailed { stop() }
  }

  private func text(_ characters: UnsafePointer<CChar>?, _ count: Int32) {
    guard let start = unsafe characters else { return }
    unsafe start.withMemoryRebound(to: UInt8.self, capacity: Int(count)) { bytes in
      unsafe listener.append(UnsafeBufferPointer(start: bytes, count: Int(count)))
    }
  }

  private func refuseDocumentType() {
    stop(because: WorkbookError(.documentType(entry: entry)))
  }
}

private func parserBehind(_ context: UnsafeMutableRawPointer?) -> XmlParser? {
  unsafe context.map { unsafe Unmanaged<XmlParser>.fromOpaque($0).takeUnretainedValue() }
}
