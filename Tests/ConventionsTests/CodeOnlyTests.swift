import Testing

@Suite struct CodeOnlyTests {
  @Test(
    arguments: [
      ("let a = 1  // Date()\nlet b = 2", "let a = 1  \nlet b = 2"),
      ("f(\"Date()\", x)", "f(\"\", x)"),
      ("f(\"a \\\" b\", x)", "f(\"\", x)"),
      ("f(\"\"\"\n  a \"b\" // c\n  \"\"\", x)", "f(\"\", x)"),
      ("f(#\"a \" \\\"#, x)", "f(\"\", x)"),
      ("f(\"\", \"http://a\") // b", "f(\"\", \"\") "),
      ("f(file: #filePath)", "f(file: #filePath)"),
    ]
  )
  func comments_go_and_strings_are_emptied(text: String, code: String) {
    #expect(codeOnly(of: text) == code)
  }
}
