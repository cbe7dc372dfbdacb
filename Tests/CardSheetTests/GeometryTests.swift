import CardFormats
import CardRecord
import SheetRequest
import Testing
import ThaiIDCard

@testable import CardPortrait
@testable import CardSheet

/// Nothing on a sheet covers anything else, leaves the page, or crosses a face.
@Suite struct GeometryTests {
    /// Somebody whose data is hard to set.
    struct Person: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let changes: [JSONValue.Member]
        var purpose = "สมัครสมาชิกห้องสมุด"
        var states: JSONValue = [:]
    }

    static let people: [Person] = [
        Person(testDescription: "ordinary", changes: []),
        longest("longest Thai", "ปี่กู", purpose: "ปี่กู"), longest("widest Latin", "W", purpose: "W"),
        longest("unbreakable", "ฮ", purpose: "ฮ"), longest("tones without letters", "\u{E48}"),
        longest("vowels without letters", "\u{E38}"), longest("replacement characters", "\u{FFFD}"),
        Person(
            testDescription: "lifelong, birth by year",
            changes: [
                TestRecords.member("expiryDate", TestRecords.date("99999999")),
                TestRecords.member("birthDate", TestRecords.date("24890000")),
            ]),
        Person(testDescription: "photo damaged", changes: [TestRecords.member("photo", ["base64": "/9j/2Q=="])]),
        Person(
            testDescription: "all failed", changes: [],
            states: .object(
                ["citizenID", "nameThai", "nameEnglish", "birthDate", "issuer", "issueDate", "expiryDate", "address"]
                    .map { TestRecords.member($0, "failed") })),
    ]

    /// Somebody with every field as long as the card can hold, made of one piece of text.
    private static func longest(_ description: String, _ piece: String, purpose: String? = nil) -> Person {
        func text(_ count: Int, of piece: String) -> String {
            var scalars = String.UnicodeScalarView()
            scalars.append(contentsOf: String(repeating: piece, count: count).unicodeScalars.prefix(count))
            return String(scalars)
        }
        return Person(
            testDescription: description,
            changes: [
                TestRecords.member("citizenID", "1000000000000"),
                TestRecords.member("expiryDate", TestRecords.date("25650101")),
                TestRecords.member("nameThai", TestRecords.name("", text(100, of: piece), nil, "")),
                TestRecords.member("nameEnglish", TestRecords.name("", text(100, of: piece), nil, "")),
                TestRecords.member("issuer", .string(text(100, of: piece))),
                TestRecords.member("requestNumber", .string(text(20, of: piece))),
                TestRecords.member("address", TestRecords.address(text(160, of: piece))),
            ], purpose: purpose.map { text(200, of: $0) } ?? "สมัครสมาชิกห้องสมุด")
    }

    static let pages = Paper.allCases.flatMap { paper in SheetLanguage.allCases.map { (paper, $0) } }

    private func layout(_ person: Person, _ paper: Paper, _ language: SheetLanguage) throws -> SheetLayout {
        let record = try TestRecords.record(person.changes, states: person.states)
        var options = try TestRecords.options(purpose: person.purpose, paper: paper, language: language)
        options.issuer = IssuerBlock(
            Array(repeating: String(repeating: "โรงแรม", count: 13), count: 4).joined(separator: "\n"))
        options.sections.insert(.sex)
        let content = SheetContent(record: record, options: options)
        return try Composer.layout(content, try Typesetter(family: "Laksaman", language: language.main))
    }

    @Test(arguments: people, pages)
    func everythingHasItsPlace(_ person: Person, _ page: (Paper, SheetLanguage)) throws {
        let layout = try layout(person, page.0, page.1)
        let paper = Rectangle(x: 0, y: 0, width: layout.page.width, height: layout.page.height)
        let printable = paper.inset(layout.page.width * 0.04, layout.page.width * 0.04)
        let face = try #require(layout.face)
        let code = try #require(layout.code)
        var places = layout.boxes.filter { $0.name != "portrait" }.map { ($0.name, $0.frame) }
        places += [("face", face.frame), ("code", code.frame)]
        for (index, (name, place)) in places.enumerated() {
            #expect(printable.contains(place), "\(name) leaves the page")
            for (other, otherPlace) in places.dropFirst(index + 1) {
                #expect(!place.overlaps(otherPlace), "\(name) overlaps \(other)")
            }
        }
        for frame in layout.frames { #expect(printable.contains(frame.frame)) }
    }

    @Test(arguments: people, pages)
    func textStaysInItsBox(_ person: Person, _ page: (Paper, SheetLanguage)) throws {
        for box in try layout(person, page.0, page.1).boxes {
            #expect(box.frame.contains(box.ink), "ink of \(box.name) leaves its box")
            #expect(!box.text.isCut, "\(box.name) is cut off")
            #expect(box.text.size >= 4, "\(box.name) is too small to read")
        }
    }

    @Test func whatNobodyMayOverlookIsBold() throws {
        for (raw, isBold) in [("25650101", true), ("25750101", false)] {
            let person = Person(
                testDescription: raw, changes: [TestRecords.member("expiryDate", TestRecords.date(raw))])
            let note = try layout(person, .a4, .thai).boxes.first { $0.name == "expiryDate.note" }
            #expect(note?.text.style.isBold == isBold)
        }
    }

    @Test(arguments: pages)
    func bothSignAlike(_ page: (Paper, SheetLanguage)) throws {
        let record = try TestRecords.record()
        let content = try GuestCardContent(record, page.0, page.1)
        let typesetter = try Typesetter(family: "Laksaman", language: page.1.main)
        for (layout, one, other) in [
            (try layout(Self.people[0], page.0, page.1), "holder", "officer"),
            (Composer.layout(content, typesetter), "guest", "manager"),
        ] {
            let sizes = Dictionary(uniqueKeysWithValues: layout.boxes.map { ($0.name, $0.text.size) })
            #expect(sizes["\(one).who"] != nil)
            for part in ["statement", "signed", "who", "date"] {
                #expect(sizes["\(one).\(part)"] == sizes["\(other).\(part)"], "\(part)")
            }
            #expect(sizes["\(one).signed"] == sizes["\(one).date"])
        }
    }

    @Test(arguments: people, pages)
    func strikeKeepsOffFaceAndCode(_ person: Person, _ page: (Paper, SheetLanguage)) throws {
        let layout = try layout(person, page.0, page.1)
        let strike = try #require(layout.strike)
        let face = try #require(layout.face)
        let code = try #require(layout.code)
        #expect(!strike.region.overlaps(face.frame))
        #expect(!strike.region.overlaps(code.frame))
        let ends = strike.lines.flatMap { [$0.from, $0.to] }
        #expect(strike.lines.count == 2)
        for point in ends + strike.inkCorners {
            #expect(strike.region.contains(Rectangle(x: point.x, y: point.y, width: 0, height: 0)))
        }
        #expect(strike.inkCorners.count == 4)
        #expect(strike.text?.isCut == false)
    }
}
