import Testing
import ThaiIDCard

@testable import CardFormats
@testable import CardRecord

/// Every value of a card on which no two are alike stands in its own place.
@Suite struct EveryPlaceTests {
    private func output(_ format: CardFormat, _ card: JSONValue = Self.card) throws -> (
        text: String, notes: [Bilingual]
    ) {
        var options = FormatOptions()
        options.hospitalCode = "00007"
        let formatted = try format.bytes(of: try JSONRecord(json: JSONRecordTests.json(card)), options)
        return (String(decoding: formatted.bytes, as: UTF8.self), formatted.notes)
    }

    private static let card: JSONValue = [
        "citizenID": "1000000000009", "nameThai": name("ก"), "nameEnglish": name("E"),
        "birthDate": date("25330415"), "sex": ["raw": "2", "value": "female"], "requestNumber": "request",
        "issuer": "office", "issuerCode": "3000000000005", "issueDate": date("25660601"),
        "expiryDate": date("25750414"),
        "address": [
            "houseNumber": "1/2", "moo": "หมู่ที่ 3", "trok": "ตรอกสี่", "soi": "ซอยห้า", "road": "ถนนหก",
            "subdistrict": "ตำบลเจ็ด", "district": "อำเภอแปด", "province": "จังหวัดเก้า", "full": "address",
        ],
        "photo": [
            "type": "image/jpeg", "width": .null, "height": .null, "bytes": .integer(3), "sha256": "",
            "base64": "/9j/",
        ],
    ]

    private static func name(_ mark: String) -> JSONValue {
        .object(
            ["title", "first", "middle", "last", "full"].map { .init(name: $0, value: .string("\(mark)-\($0)")) })
    }

    private static func date(_ raw: String) -> JSONValue {
        let date = PartialDate(raw: raw)
        return [
            "raw": .string(raw), "iso": JSONValue(date.iso), "year": JSONValue(date.year),
            "month": JSONValue(date.month), "day": JSONValue(date.day), "precision": "day",
        ]
    }

    @Test func patient() throws {
        let line = """
            {"resourceType":"Patient","identifier":[{"use":"official","type":{"coding":[{"system":\
            "https://terms.sil-th.org/core/CodeSystem/cs-th-identifier-type","code":"cid",\
            "display":"เลขประจำตัวประชาชนไทย"}]},"system":"https://terms.sil-th.org/id/th-cid",\
            "value":"1000000000009"}],\
            "name":[{"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/language","valueCode":"th"}],\
            "use":"official","text":"ก-full","family":"ก-last","given":["ก-first","ก-middle"],"prefix":["ก-title"]},\
            {"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/language","valueCode":"en"}],\
            "use":"official","text":"E-full","family":"E-last","given":["E-first","E-middle"],"prefix":["E-title"]}],\
            "gender":"female","birthDate":"1990-04-15","address":[{"extension":[{"url":\
            "https://fhir-ig.sil-th.org/th/extensions/StructureDefinition/ex-address-structured-line","extension":[\
            {"url":"number","valueString":"1/2"},{"url":"villageNo","valueString":"หมู่ที่ 3"},\
            {"url":"road","valueString":"ถนนหก"},{"url":"lane","valueString":"ตรอกสี่ ซอยห้า"}]}],"use":"home",\
            "text":"address","line":["1/2 หมู่ที่ 3 ตรอกสี่ ซอยห้า ถนนหก"],"city":"เจ็ด","district":"แปด",\
            "state":"เก้า","country":"TH"}],"photo":[{"contentType":"image/jpeg","data":"/9j/"}]}

            """
        #expect(try output(.fhir).text == line)
        #expect(try output(.fhir).notes == [])
    }

    /// What masking leaves of a number is none that identifies anybody.
    @Test func patientWithoutTheWholeNumberHasNone() throws {
        let masked = Self.card.changing("citizenID") { _ in "x-xxxx-xxxxx-00-9" }
        let (text, notes) = try output(.fhir, masked)
        #expect(text.hasPrefix("{\"resourceType\":\"Patient\",\"name\""))
        #expect(notes.map(\.english) == ["Without the 13 digits there is no identifier."])
    }

    @Test func contact() throws {
        let lines = [
            "BEGIN:VCARD", "VERSION:4.0", "KIND:individual", "FN;ALTID=1;LANGUAGE=th:ก-full",
            "N;ALTID=1;LANGUAGE=th:ก-last;ก-first;ก-middle;ก-title;", "FN;ALTID=1;LANGUAGE=en:E-full",
            "N;ALTID=1;LANGUAGE=en:E-last;E-first;E-middle;E-title;", "BDAY:19900415", "GENDER:F",
            "ADR;TYPE=home;LANGUAGE=th:;;1/2 หมู่ที่ 3 ตรอกสี่ ซอยห้า ถนนหก;ตำบลเจ็ด อำเภอแปด;จังหวัดเก้า;;ประเทศไทย",
            "PHOTO:data:image/jpeg;base64,/9j/", "END:VCARD", "",
        ]
        #expect(try output(.vcard).text.replacing("\r\n ", with: "") == lines.joined(separator: "\r\n"))
    }

    @Test(arguments: [("1", "M"), ("2", "F"), ("0", "U"), ("9", "U")])
    func contactsSexIsThatOfTheCard(_ raw: String, _ letter: String) throws {
        let card = Self.card.changing("sex") { _ in ["raw": .string(raw), "value": "unknown"] }
        #expect(try output(.vcard, card).text.contains("\r\nGENDER:\(letter)\r\n"))
    }

    @Test func person() throws {
        let row = "00007|1000000000009||||ก-first ก-middle|ก-last||2|19900415|||||||||||||||||||||20261123094107||\r\n"
        #expect(try output(.person43).text == row)
    }

    @Test func guest() throws {
        let cells = [
            "2026-11-23T09:41:07+07:00", "", "ก-full", "E-full", "1990-04-15", "", "1000000000009", "office", "address",
            "", "", "", "", "",
        ]
        #expect(try output(.hotelGuests).text == "\"" + cells.joined(separator: "\",\"") + "\"\r\n")
    }

    @Test(arguments: [
        (
            CardFormat.nhsoCardOnly,
            """
            {"pid":"1000000000009","titleName":"ก-title","fname":"ก-first ก-middle","lname":"ก-last",\
            "birthDate":"25330415","sex":"หญิง","image":"/9j/"}
            """
        ),
        (
            .moph,
            """
            {"status":"DATA_RETRIEVED","data":{"cid":"1000000000009",\
            "th_fullname":"ก-title#ก-first#ก-middle#ก-last","en_fullname":"E-title#E-first#E-middle#E-last",\
            "birthdate":"25330415","sex":"2","issuer":"office","issuedate":"25660601","expiredate":"25750414",\
            "address":"1/2#หมู่ที่ 3#ตรอกสี่#ซอยห้า#ถนนหก#ตำบลเจ็ด#อำเภอแปด#จังหวัดเก้า"}}
            """
        ),
        (
            .medhis,
            """
            {"mode":"readsmartcard","Citizenid":"1000000000009","Th_Prefix":"ก-title","Th_Firstname":"ก-first",\
            "Th_Middlename":"ก-middle","Th_Lastname":"ก-last","Birthday":"2533/04/15","Sex":"2","Address":"address",\
            "addrHouseNo":"1/2","addrVillageNo":"หมู่ที่ 3","addrTambol":"ตำบลเจ็ด","addrAmphur":"อำเภอแปด",\
            "addrProvince":"จังหวัดเก้า","PhotoRaw":"/9j/"}
            """
        ),
        (
            .medhisCE,
            """
            {"mode":"readsmartcard","Citizenid":"1000000000009","Th_Firstname":"ก-first",\
            "Th_Middlename":"ก-middle","Th_Lastname":"ก-last","Th_Prefix":"ก-title","Birthday":"1990/04/15","Sex":2,\
            "Address":"address","addrHouseNo":"1/2","addrVillageNo":"3","addrTambol":"ตำบลเจ็ด",\
            "addrAmphur":"อำเภอแปด","PhotoRaw":"/9j/"}
            """
        ),
        (
            .goSMC,
            """
            {"event":"smc-data","payload":{"personal":{"cid":"1000000000009","name":{"prefix":"ก-title",\
            "first_name":"ก-first","middle_name":"ก-middle","last_name":"ก-last","full_name":"ก-titleก-first ก-middle ก-last"},\
            "name_eng":{"prefix":"E-title","first_name":"E-first","middle_name":"E-middle","last_name":"E-last",\
            "full_name":"E-titleE-first E-middle E-last"},"dob":"1990-04-15","gender":"2","card_issuer":"office","issue_date":"2023-06-01",\
            "expire_date":"2032-04-14","address":{"house_no":"1/2","moo":"3","soi":"",\
            "street":"ตรอกสี่ ซอยห้า ถนนหก","subdistrict":"เจ็ด","district":"แปด","province":"เก้า",\
            "address":"address"},"face_image":"/9j/"}}}
            """
        ),
    ])
    func message(_ format: CardFormat, _ line: String) throws {
        #expect(try output(format).text == line + "\n")
    }
}
