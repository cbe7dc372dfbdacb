import SmartCard
import Testing
import ThaiIDCard

@testable import CardFormats
@testable import CardRecord

/// Columns are the places of a record, no more and no fewer.
@Suite struct ColumnTests {
    @Test(arguments: Field.all.map(\.key))
    func fieldHasAColumnForEachOfItsMembers(_ key: String) throws {
        let field = try #require(Field.named(key))
        var image = CardImage()
        for (place, bytes) in [(field.span.lowerBound, try #require(field.examples.first))] {
            image[field.applet].write(bytes, at: place)
        }
        let json = JSONValue(try #require(field.state(in: IDCard(image, fields: [field])).value))
        let columns = Column.all.filter { $0.field == key }.map(\.name)
        if case .object(let members) = json {
            #expect(columns == members.map { "\(key).\($0.name)" })
        } else {
            #expect(columns == [key])
        }
    }

    @Test func namesAreUniqueAndFindTheirColumn() {
        #expect(Set(Column.all.map(\.name)).count == Column.all.count)
        for column in Column.all { #expect(Column.named(column.name) == column) }
        for name in ["", "nameThai", "card.nameThai.first", "birthDate.iso ", "read"] {
            #expect(Column.named(name) == nil)
        }
    }

    @Test func usualTableShowsEverythingButThePhoto() {
        let columns = Column.usual(for: Fixture.fields)
        let shown = Set(columns.compactMap(\.field))
        #expect(shown == Set(Fixture.fields.map(\.key)).subtracting(["photo"]))
        #expect(columns.map(\.name).prefix(4) == ["read.at", "dataVersion", "citizenID", "nameThai.title"])
        #expect(columns.map(\.name).suffix(2) == ["states", "warnings"])
    }
}
