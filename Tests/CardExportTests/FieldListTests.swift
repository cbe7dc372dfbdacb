import Testing
import ThaiIDCard

@testable import CardRecord

/// Places outside the table that list its fields.
struct FieldListTests {
    private static func properties(_ path: String...) throws -> [String] {
        var json = try #require(JSONValue(parsing: Array(Schema.record.text.utf8)))
        for name in path { json = try #require(json[name]) }
        guard case .object(let members)? = json["properties"] else { return [] }
        return members.map(\.name)
    }

    @Test(arguments: Field.Group.allCases)
    func theSchemaHasTheFieldsInTheirOrder(_ group: Field.Group) throws {
        let fields = Field.all.filter { $0.group == group }
        #expect(try Self.properties("properties", group.rawValue) == fields.map(\.name))
    }

    @Test func theSchemaHasTheMembersOfEachKindOfValueInTheirOrder() throws {
        let kinds: [(FieldValue.Kind, String)] = [
            (.name, "name"), (.date, "date"), (.sex, "sex"), (.address, "address"), (.photo, "photo"),
        ]
        for (kind, name) in kinds { #expect(try Self.properties("$defs", name) == kind.members) }
    }

    @Test(arguments: Field.all)
    func theSchemaHasTheKindOfEachField(_ field: Field) throws {
        let schema = try #require(JSONValue(parsing: Array(Schema.record.text.utf8)))
        let property = schema["properties"]?[field.group.rawValue]?["properties"]?[field.name]
        guard case .array(let choices)? = property?["anyOf"] else {
            #expect(field.kind.members.isEmpty)
            return
        }
        #expect(choices == [["$ref": .string("#/$defs/\(field.kind)")], ["type": "null"]])
    }

    @Test func theReadmeListsTheFields() throws {
        let text = try Readme.lines.joined(separator: " ").split(separator: "- ").first {
            $0.hasPrefix("Fields, as `--fields` takes them: ")
        }
        let keys = try #require(text).matches(of: /`([a-zA-Z.]+)`/).map { String($0.1) }
        #expect(keys == Field.all.map(\.key))
    }
}
