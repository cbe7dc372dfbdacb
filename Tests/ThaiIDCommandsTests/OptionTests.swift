import ArgumentParser
import Testing
import ThaiIDCard

@testable import ThaiIDCommands

/// Which fields are asked for.
@Suite struct FieldSelectionTests {
    private func keys(_ arguments: String...) throws -> [String] {
        try FieldSelection.parse(arguments).selected.map(\.key)
    }

    private static let usual = [
        "dataVersion", "citizenID", "nameThai", "nameEnglish", "birthDate", "sex", "requestNumber", "issuer",
        "issuerCode", "issueDate", "expiryDate", "address", "underPhotoNumber", "photo",
    ]

    @Test func everythingOfTheHolderIsReadButTheUnknownDigits() throws {
        #expect(try keys() == Self.usual)
        #expect(try keys("--no-photo") == Self.usual.dropLast())
    }

    @Test func chipAndHealthAreAdded() throws {
        let chip = ["chip.laserNumber", "chip.serialNumber"]
        #expect(try keys("--chip") == Self.usual + chip)
        let health = try keys("--health").dropFirst(Self.usual.count)
        #expect(health.count == 9 && health.allSatisfy { $0.hasPrefix("health.") })
        #expect(try keys("--no-photo", "--chip", "--health").count == 13 + 2 + 9)
        #expect(try keys("--fields", "citizenID", "--chip") == ["citizenID"] + chip)
    }

    @Test(arguments: [
        ("citizenID", ["citizenID"]), ("sex,citizenID", ["sex", "citizenID"]), ("unknownDigits", ["unknownDigits"]),
        ("chip", ["chip.laserNumber", "chip.serialNumber"]), ("chip.serialNumber", ["chip.serialNumber"]),
        ("issueDate,health.issueDate", ["issueDate", "health.issueDate"]), ("citizenID,,sex,", ["citizenID", "sex"]),
    ])
    func fieldsAreAskedForByName(_ list: String, _ expected: [String]) throws {
        #expect(try keys("--fields", list) == expected)
    }

    @Test(arguments: ["citizenID,citizenID", "chip,chip.laserNumber"])
    func fieldIsSelectedOnce(_ list: String) throws {
        let keys = try keys("--fields", list)
        #expect(Set(keys).count == keys.count)
    }

    @Test(arguments: ["nobody", "laserNumber", "card", "citizenid", " citizenID", "citizenID;sex", "citizenID,nobody"])
    func unknownFieldIsRefused(_ list: String) {
        #expect(throws: (any Error).self) { try FieldSelection.parse(["--fields", list]) }
    }

    @Test(arguments: ["nobody", "citizenID,nobody"])
    func refusalNamesTheFieldAndThoseThereAre(_ list: String) throws {
        let error = try #require(throws: (any Error).self) { try FieldSelection.parse(["--fields", list]) }
        let message = FieldSelection.message(for: error)
        #expect(message.contains("nobody") && message.contains("underPhotoNumber"))
    }

    @Test(arguments: [["--fields", ""], ["--fields", ","], ["--fields", "photo", "--no-photo"]])
    func nothingIsNotRead(_ arguments: [String]) {
        #expect(throws: (any Error).self) { try FieldSelection.parse(arguments) }
    }
}

/// Options that belong together, or do not.
@Suite struct CommandLineTests {
    private func parse(_ line: String) throws -> any ParsableCommand {
        try Tool.parseAsRoot(line.split(separator: " ").map(String.init))
    }

    @Test(arguments: [
        "read", "read --sample", "read --replay file", "read --reader 1", "read --wait", "read --wait 5",
        "read --wait=forever", "read --reader ACS --wait 0", "read --timeout 1", "read --timeout 3600",
        "read --sample --photo p --trace r --force", "read --json --mask --stats --lang th", "readers --json",
        "doctor", "check-id 1000000000009", "check-id --json", "schema record", "schema event", "emulate file",
        "read --card file", "trace record file", "trace record - --sample --everything --chip --health",
        "trace record file --fields sex",
        "apdu a4", "apdu -", "apdu a4 c0/0a= --sample", "apdu -s 00A40400 --send-apdu 00C000000A",
        "apdu --get-response --allow-unsafe --card file 20 --json",
        "invent", "invent --count 10000000 --seed 18446744073709551615 --odd --no-photo", "invent --as traces",
        "invent --skip 9999999", "invent --as traces --count 2 --output folder --force",
        "emulate file --port 35964 --at-once --remove-before 3",
        "emulate --sample file1 file2 --slot both --every 500ms",
        "emulate --invented 3 --seed 7 --every 1.5s --again",
        "emulate file --answer 5=6a82 --answer 9=6F00 --garbage-at 3",
        "emulate file --latency 20ms --latency-per-byte slow --garbage-at 3=0 --longest-read 0 --get-response-p2 01",
        "emulate file --mute --short-at 4 --long-at 6 --endless-61 --endless-6c --keep-pending --exact-length --reset-at 9",
        "watch --ndjson", "watch --fields citizenID --lang en",
        "apdu --get-response --allow-unsafe --card file 20 --json", "read --sample --show-photo -o file",
        "sheet -o a.pdf", "sheet --print --purpose x", "sheet --from - -o - --format png --force",
        "sheet --from=file --print office --copies 2 -o a.png --preset hotel --mask --log l --log-key k",
    ])
    func lineIsUnderstood(_ line: String) {
        #expect(throws: Never.self) { try parse(line) }
    }

    @Test(arguments: [
        "read --sample --replay file", "read --sample --reader 1", "read --replay file --wait", "read --timeout 0",
        "read --timeout 3601", "read --timeout x", "read --wait x", "read --wait=-1", "read --wait=x", "read --wait=5s",
        "read --wait=86401", "read --wait 86401",
        "read --lang fr", "read --no-photo --photo p", "read --fields citizenID --photo p", "read extra",
        "read --card file --sample", "read --card file --replay file", "apdu", "apdu a4 -s 00A40400",
        "apdu a4 --sample --reader 1",
        "invent --count 0", "invent --count 10000001", "invent --skip 1 --count 10000000", "invent --skip=-1",
        "invent --count=-1", "invent --seed x", "invent --seed=-1", "invent --as cards", "invent --output folder",
        "invent --as traces --count 2", "invent extra",
        "sheet --purpose x", "sheet -o a.pdf --from file --sample", "sheet -o a.pdf --from file --wait",
        "sheet -o a.pdf --from file --reader 1", "sheet -o a.pdf --from file --card file", "sheet a.pdf",
        "read --show-photo --no-photo", "read --show-photo --json", "read --show-photo --format csv",
        "trace record", "trace record --everything --no-photo file", "trace record file --everything --fields sex",
        "trace record a b", "record", "record a", "record --help", "read --sample --record r",
        "schema card", "emulate", "emulate file --port 70000", "emulate file --port 1 --slot 2",
        "emulate file --slot 3",
        "emulate file --slot both", "emulate --invented 0", "emulate --sample --every 5",
        "emulate --sample --every 1e3s",
        "emulate --sample --every 2000m", "emulate --sample --every=-1s", "emulate --sample --remove-before 0",
        "emulate --sample --answer 6A82", "emulate --sample --answer 5=6A8", "emulate --sample --answer 0=6A82",
        "emulate --sample --garbage-at 5=65536", "emulate --sample --get-response-p2 1",
        "emulate --sample --longest-read 256",
        "emulate --sample --latency-per-byte quick", "nothing", "check-id --nothing",
    ])
    func lineIsRefusedAsWrongUsage(_ line: String) throws {
        let error = try #require(throws: (any Error).self) { try parse(line) }
        #expect(Tool.exitCode(for: error) == .validationFailure)
        #expect(Tool.exitCode(for: error).rawValue == 64)
        #expect(!Tool.message(for: error).isEmpty)
    }

    @Test(arguments: [("forever", WaitLimit.forever), ("0", .seconds(0)), ("86400", .seconds(86_400))])
    func waitIsReadBackAsItIsWritten(_ text: String, _ limit: WaitLimit) {
        #expect(WaitLimit(argument: text) == limit)
        #expect("\(limit)" == text)
    }
}
