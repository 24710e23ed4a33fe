import TestKit
import Testing

@Suite struct JsonSchemaTests {
  private static let schema = """
    {"type": "object", "additionalProperties": false, "required": ["a"],
     "properties": {
       "a": {"type": ["integer", "null"], "minimum": 1, "maximum": 9},
       "b": {"type": "array", "items": {"$ref": "#/$defs/word"}},
       "c": {"type": "object", "additionalProperties": {"type": "number"}},
       "d": {"anyOf": [{"$ref": "#/$defs/word"}, {"type": "boolean"}]}},
     "$defs": {"word": {"type": "string", "enum": ["x", "y"]}}}
    """

  @Test(
    arguments: [
      #"{"a": 1}"#, #"{"a": null, "b": ["x", "y"]}"#, #"{"a": 9, "c": {"any": 1.5}, "d": true}"#,
    ]
  )
  func what_fits_has_no_fault(_ text: String) throws {
    #expect(try JsonSchema(Self.schema).faults(of: JsonValue(document: text)).isEmpty)
  }

  @Test(
    arguments: [
      ("{}", ": no member a"), (#"{"a": 0}"#, "/a: too small"), (#"{"a": 10}"#, "/a: too large"),
      (#"{"a": 1, "e": 1}"#, ": unknown member e"), (#"{"a": 1, "d": 1}"#, "/d: none of the"),
      (#"{"a": 1.5}"#, "/a: not of type"), (#"{"a": 1, "b": ["z"]}"#, "/b/0: none of"),
      (#"{"a": 1, "c": {"any": "1"}}"#, "/c/any: not of type"),
    ]
  )
  func what_does_not_fit_is_told_with_its_path(text: String, fault: String) throws {
    let faults = try JsonSchema(Self.schema).faults(of: JsonValue(document: text))
    #expect(faults.count == 1)
    #expect(faults.first?.hasPrefix(fault) == true)
  }

  @Test func an_unknown_keyword_is_a_fault() throws {
    #expect(try JsonSchema(#"{"pattern": "a"}"#).faults(of: .text("a")).count == 1)
  }
}
