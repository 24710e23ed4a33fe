// swift-tools-version: 6.2

import PackageDescription

// What `make speed` measures from within the library. It stands beside the package so that nobody
// who uses the library builds it.
let package = Package(
  name: "Benchmarks",
  dependencies: [.package(name: "assay", path: "..")],
  targets: [
    .target(name: "Timing", swiftSettings: .house),
    .executableTarget(
      name: "Simulate",
      dependencies: [
        "Timing", .product(name: "Assay", package: "assay"),
        .product(name: "Rows", package: "assay"),
      ],
      swiftSettings: .house
    ),
    .executableTarget(
      name: "AwardLots",
      dependencies: ["Timing", .product(name: "Assay", package: "assay")],
      swiftSettings: .house
    ),
    .executableTarget(
      name: "Decide",
      dependencies: ["Timing", .product(name: "Assay", package: "assay")],
      swiftSettings: .house
    ),
    .executableTarget(
      name: "ReadHistory",
      dependencies: [.product(name: "Assay", package: "assay")],
      swiftSettings: .house
    ),
    .executableTarget(
      name: "Kernel",
      dependencies: [
        "Timing", .product(name: "Assay", package: "assay"),
        .product(name: "Rows", package: "assay"),
      ],
      swiftSettings: .house
    ),
  ]
)

extension [SwiftSetting] {
  /// What every Swift target is built with, as in the package above.
  static var house: [SwiftSetting] {
    [
      .enableUpcomingFeature("ExistentialAny"),
      .enableUpcomingFeature("InternalImportsByDefault"),
      .enableUpcomingFeature("MemberImportVisibility"),
      .strictMemorySafety(),
      .treatAllWarnings(as: .error),
    ]
  }
}
