import Contracts
import Quantities
import Settlement
import TestKit
import Testing

@Suite struct VolumeDiscountTests {
  private static let accord: [VolumeDiscount.Band] = [
    .init(from: 0, share: 0.03), .init(from: 1_000_000, share: 0.029),
    .init(from: 10_000_000, share: 0.028),
  ]

  private static let price = Clause.unitPrice(UnitPrice(serviceLine: "calls", price: 1))

  @Test func the_page_says_what_both_countings_take_off() throws {
    for row in try ClausePage("VolumeDiscount").rows {
      let volumes = [try row.number("charged")] + Array(repeating: 0.0, count: 11)
      for counting in VolumeDiscount.Counting.allCases {
        let settled = try Bench(months: 12, volumes: ["calls": volumes]).settle([
          "price": Self.price,
          "discount": .volumeDiscount(
            VolumeDiscount(
              bands: Self.accord, counting: counting, reckoning: Reckoning(every: .year))),
        ])
        #expect(settled.amounts(of: "discount").prefix(11).allSatisfy { $0 == 0 })
        row.expect(settled.amount(of: "discount", in: 12), in: counting.rawValue)
      }
    }
  }

  @Test func the_page_says_what_a_cliff_does_at_its_edge() throws {
    for row in try ClausePage("VolumeDiscount").tables[1] {
      for edge in VolumeDiscount.Edge.allCases {
        let settled = try Bench(volumes: ["calls": [try row.number("charged")]]).settle([
          "price": Self.price,
          "discount": .volumeDiscount(
            VolumeDiscount(bands: [.init(from: 10, share: 0.07)], edge: edge)),
        ])
        row.expect(settled.amount(of: "discount"), in: edge.rawValue)
      }
    }
  }

  @Test func named_prices_alone_are_discounted() throws {
    let settled = try Bench().settle([
      "fee": .fixedFee(FixedFee(amount: 100)), "other": .fixedFee(FixedFee(amount: 1_000)),
      "discount": .volumeDiscount(
        VolumeDiscount(of: ["fee"], bands: [.init(from: 0, share: 0.5)])),
    ])
    #expect(settled.amount(of: "discount") == -50)
  }

  @Test func a_minimum_of_charges_is_measured_after_the_discount() throws {
    let settled = try Bench().settle([
      "minimum": .minimumCommitment(
        MinimumCommitment(measure: .charge(of: nil), minimum: [100])),
      "discount": .volumeDiscount(VolumeDiscount(bands: [.init(from: 0, share: 0.5)])),
      "fee": .fixedFee(FixedFee(amount: 120)),
    ])
    #expect(settled.amount(of: "minimum") == 40)
  }

  @Test func a_last_part_of_a_period_has_edges_in_proportion() throws {
    for counting in VolumeDiscount.Counting.allCases {
      let settled = try Bench(months: 4).settle([
        "fee": .fixedFee(FixedFee(amount: 100)),
        "discount": .volumeDiscount(
          VolumeDiscount(
            bands: [.init(from: 150, share: 0.5)], counting: counting,
            reckoning: Reckoning(every: .quarter, rest: .proRata))),
      ])
      #expect(
        settled.amounts(of: "discount")
          == (counting == .flat ? [0, 0, -150, -50] : [0, 0, -75, -25]))
    }
  }

  @Test func a_negative_charge_has_no_discount() throws {
    let settled = try Bench(volumes: ["calls": [0]], baseline: ["calls": [100]]).settle([
      "band": .volumeBand(VolumeBand(serviceLine: "calls", deadband: 0, arc: 1, rrc: 1)),
      "discount": .volumeDiscount(VolumeDiscount(bands: [.init(from: 0, share: 0.5)])),
    ])
    #expect(settled.amount(of: "discount") == 0)
  }
}
