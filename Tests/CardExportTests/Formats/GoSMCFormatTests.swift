import Testing
import ThaiIDCard

@testable import CardFormats
@testable import CardRecord

/// Labels and parts as go-thai-smartcard takes them apart.
@Suite struct GoSMCFormatTests {
    private func payload(_ card: JSONValue, _ more: [JSONValue.Member] = []) throws -> JSONValue {
        guard case .object(let members) = JSONRecordTests.json(card) else { return .null }
        let record = try JSONRecord(json: .object(members + more))
        let bytes = try CardFormat.goSMC.bytes(of: record, FormatOptions()).bytes
        return JSONValue(parsing: bytes)?["payload"] ?? .null
    }

    private static func address(_ parts: [Address.Slot: String]) -> JSONValue {
        let slots = Address.Slot.allCases.map { JSONValue.Member(name: $0.rawValue, value: JSONValue(parts[$0])) }
        return .object(slots + [.init(name: "full", value: "ที่อยู่")])
    }

    @Test(arguments: [
        ([Address.Slot.moo: "หมู่ที่ 4"], "moo", "4"), ([.moo: "หมู่ที่4"], "moo", "4"), ([.moo: "หมู่ 4"], "moo", ""),
        ([.moo: "ซอยสุขใจ"], "soi", "สุขใจ"), ([.soi: "ซอย 5", .road: "ถนนหก"], "soi", ""),
        ([.trok: "ตรอก 1", .soi: "ซอย 5", .road: "ถนนหก"], "street", "ตรอก 1 ซอย 5 ถนนหก"),
        ([.subdistrict: "ตำบล ในเมือง"], "subdistrict", "ในเมือง"), ([.subdistrict: "แขวงสีลม"], "subdistrict", "สีลม"),
        ([.subdistrict: "ในเมือง"], "subdistrict", "ในเมือง"), ([.district: "เขตบางรัก"], "district", "บางรัก"),
        ([.district: "อำเภอเมือง"], "district", "เมือง"), ([.province: "จังหวัดเลย"], "province", "เลย"),
        ([.province: "กรุงเทพมหานคร"], "province", "กรุงเทพมหานคร"), ([.province: "จังหวัด"], "province", ""),
    ])
    func partsLoseTheirLabels(_ parts: [Address.Slot: String], _ member: String, _ text: String) throws {
        let personal = try payload(["address": Self.address(parts)])["personal"]
        #expect(personal?["address"]?[member] == .string(text))
    }

    @Test func numberAndHealthAreThereWhereTheyWereRead() throws {
        #expect(try payload([:])["card"] == nil && payload([:])["nhso"] == nil)
        let date: JSONValue = [
            "raw": "25660101", "iso": "2023-01-01", "year": .integer(2023), "month": .integer(1), "day": .integer(1),
            "precision": "day",
        ]
        let more: [JSONValue.Member] = [
            .init(name: "chip", value: ["laserNumber": "JT9-9999999-99"]),
            .init(name: "health", value: ["mainEntitlement": "สิทธิ", "issueDate": date, "expiryDate": .null]),
        ]
        let payload = try payload([:], more)
        #expect(payload["card"] == ["laser_id": "JT9999999999"])
        #expect(payload["nhso"]?["main_inscl"] == "สิทธิ" && payload["nhso"]?["issue_date"] == "2023-01-01")
        #expect(payload["nhso"]?["expire_date"] == "" && payload["nhso"]?["change_hospital_amount"] == "")
        for absent in [JSONValue.null, ["laserNumber": .null]] {
            #expect(try self.payload([:], [.init(name: "chip", value: absent)])["card"] == nil)
        }
        #expect(try self.payload([:], [.init(name: "health", value: .null)])["nhso"] == nil)
    }
}
