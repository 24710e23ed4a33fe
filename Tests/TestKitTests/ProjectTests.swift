import TestKit
import Testing

@Suite struct ProjectTests {
  @Test func the_root_is_where_the_manifest_lies() {
    #expect(Project.holds("Package.swift"))
    #expect(!Project.holds("no/such/file"))
  }

  @Test func sources_are_found_by_folder_in_order() throws {
    let sources = Project.sources(under: "Tests/TestKit")
    #expect(sources.contains(SourceFile(path: "Tests/TestKit/Project.swift")))
    #expect(sources.map(\.path) == sources.map(\.path).sorted())
    #expect(Project.sources(under: "no/such/folder").isEmpty)
    #expect(Project.files(under: "Tests/TestKitTests", endingIn: [".txt"]).count == 1)
  }

  @Test func a_source_knows_its_folders_its_stem_and_its_text() throws {
    let source = SourceFile(path: "Tests/TestKitTests/ProjectTests.swift")
    #expect(source.folders == ["Tests", "TestKitTests"])
    #expect(source.stem == "ProjectTests")
    #expect(try source.text().contains("struct ProjectTests"))
  }
}
