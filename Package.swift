// swift-tools-version: 6.2

import PackageDescription

let package = Package(
  name: "assay",
  products: [
    .library(name: "Assay", targets: ["Assay"]),
    .library(name: "Rows", targets: ["Rows"]),
    .executable(name: "assay", targets: ["Terminal"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
    .package(url: "https://github.com/apple/swift-system", exact: "1.8.1"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", exact: "1.0.2", traits: []),
  ],
  targets: [
    // What is said.
    .room("Crew"),
    .room("Quantities"),
    .room("Contracts", ["Quantities"]),
    .target(name: "CRows"),
    .room("Rows", ["CRows"]),
    .room("Futures", ["Rows", "Quantities"]),

    // What follows.
    .room("Settlement", ["Contracts", "Futures", "Rows", "Quantities"]),
    .room("Simulation", ["Settlement", "Contracts", "Futures", "Rows", "Quantities", "Crew"]),
    .systemLibrary(name: "CNlopt", providers: [.apt(["libnlopt-dev"])]),
    .room("Search", ["CNlopt"]),
    .room(
      "Decision",
      ["Simulation", "Settlement", "Contracts", "Futures", "Quantities", "Search", "Crew"]
    ),
    .room(
      "Solver",
      [
        .product(name: "Subprocess", package: "swift-subprocess"),
        .product(name: "SystemPackage", package: "swift-system"),
      ]
    ),
    .room(
      "Award",
      [
        "Solver", "Decision", "Simulation", "Settlement", "Contracts", "Futures", "Quantities",
        "Crew",
      ]
    ),

    .room("Shards", ["Simulation", .product(name: "Crypto", package: "swift-crypto")]),

    // Where numbers come from.
    .systemLibrary(name: "CLibCSV", providers: [.apt(["libcsv-dev"])]),
    .room("Tables", ["CLibCSV"]),
    .systemLibrary(name: "CLibYaml", providers: [.apt(["libyaml-dev"])]),
    .room("Yaml", ["CLibYaml"]),
    .systemLibrary(name: "CMinizip", providers: [.apt(["libminizip-dev", "zlib1g-dev"])]),
    .systemLibrary(name: "CExpat", providers: [.apt(["libexpat1-dev"])]),
    .systemLibrary(name: "CXlsxWriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .room("Workbooks", ["Quantities", "CMinizip", "CExpat", "CXlsxWriter"]),
    .room("Calibration", ["Futures", "Quantities"]),
    .room(
      "Loading",
      [
        "Tables", "Yaml", "Workbooks", "Calibration", "Contracts", "Futures", "Quantities",
        "Crew",
        .product(name: "Crypto", package: "swift-crypto"),
      ]
    ),

    // Where answers go.
    .room(
      "Reporting",
      [
        "Decision", "Award", "Simulation", "Settlement", "Loading", "Calibration", "Contracts",
        "Futures", "Tables", "Quantities", "Crew",
      ]
    ),
    .room(
      "Assay",
      [
        "Quantities", "Contracts", "Futures", "Settlement", "Simulation", "Decision", "Award",
        "Solver", "Shards",
        "Tables", "Loading", "Calibration", "Reporting", "Crew",
      ]
    ),
    .systemLibrary(name: "CProcess"),
    .executableTarget(
      name: "Terminal",
      dependencies: [
        "Assay", "Rows", "Crew", "CProcess",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      swiftSettings: .house
    ),

    // How we know.
    .room("TestKit", path: "Tests/TestKit"),
    .tests(of: "TestKit", snapshots: true),
    .tests(of: "Crew"),
    .tests(of: "Quantities"),
    .tests(of: "Rows", ["CRows"]),
    .tests(of: "Futures", ["Rows", "Quantities"]),
    .tests(of: "Settlement", ["Contracts", "Futures", "Rows", "Quantities"]),
    .tests(of: "Simulation", ["Settlement", "Contracts", "Futures", "Rows", "Quantities"]),
    .tests(of: "Search"),
    .tests(of: "Decision", ["Simulation", "Settlement", "Contracts", "Futures", "Quantities"]),
    .tests(of: "Solver"),
    .tests(
      of: "Award",
      ["Solver", "Decision", "Simulation", "Settlement", "Contracts", "Futures", "Quantities"]
    ),
    .tests(
      of: "Shards",
      [
        "Simulation", "Settlement", "Contracts", "Futures", "Quantities",
        .product(name: "Crypto", package: "swift-crypto"),
      ]
    ),
    .tests(of: "Tables"),
    .tests(of: "Yaml"),
    .tests(of: "Workbooks", ["Quantities"]),
    .tests(of: "Calibration", ["Futures", "Quantities"]),
    .tests(
      of: "Loading",
      [
        "Simulation", "Settlement", "Tables", "Workbooks", "Calibration", "Contracts", "Futures",
        "Quantities",
      ]
    ),
    .tests(of: "Reporting", ["Assay"]),
    .tests(of: "Assay", ["Terminal"], snapshots: true),
    .executableTarget(
      name: "SameBits",
      dependencies: ["Settlement", "Contracts", "Futures", "Rows", "Quantities"],
      path: "Tests/SameBits",
      swiftSettings: .house
    ),
    .executableTarget(
      name: "Honest",
      dependencies: ["Decision", "Simulation", "Contracts", "Futures", "Quantities"],
      path: "Tests/Honest",
      swiftSettings: .house
    ),
    .executableTarget(
      name: "Oracles", dependencies: ["Decision", "Simulation"], path: "Tests/Oracles/Command",
      swiftSettings: .house),
    .testTarget(name: "ConventionsTests", dependencies: ["TestKit"], swiftSettings: .house),
    .fuzz("Tables", ["Tables"]),
    .fuzz("Events", ["Assay"]),
    .fuzz("Mappings", ["Assay"]),
    .fuzz("Workbooks", ["Workbooks", "TestKit"]),
  ]
)

extension Target {
  /// A library target with the house settings that may import only `imports`.
  static func room(_ name: String, _ imports: [Dependency] = [], path: String? = nil) -> Target {
    .target(name: name, dependencies: imports, path: path, swiftSettings: .house)
  }

  /// The tests of one room, with golden files in `Snapshots` or without.
  static func tests(
    of room: String,
    _ imports: [Dependency] = [],
    snapshots: Bool = false
  ) -> Target {
    .testTarget(
      name: "\(room)Tests",
      dependencies: [.byName(name: room)] + (room == "TestKit" ? [] : ["TestKit"]) + imports,
      exclude: snapshots ? ["Snapshots"] : [],
      swiftSettings: .house
    )
  }
}

extension Target {
  /// The fuzz target of one way in, see `make fuzz`.
  static func fuzz(_ door: String, _ imports: [Dependency]) -> Target {
    .executableTarget(
      name: "Fuzz\(door)", dependencies: imports, path: "Tests/Fuzz\(door)",
      swiftSettings: .house)
  }
}

extension [SwiftSetting] {
  /// What every Swift target is built with.
  static var house: [SwiftSetting] {
    [
      .enableUpcomingFeature("ExistentialAny"),
      .enableUpcomingFeature("InternalImportsByDefault"),
      .enableUpcomingFeature("MemberImportVisibility"),
      .strictMemorySafety(),  // every C or pointer touch must say `unsafe`
      .treatAllWarnings(as: .error),
    ]
  }
}
