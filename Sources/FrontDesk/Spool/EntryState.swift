internal import CardRecord

/// How far an action has come. Each step that must not be taken twice is noted before it is taken.
package struct EntryState: Hashable, Sendable {
    /// Bytes that are about to be in a file, or are.
    struct Placing: Hashable, Sendable {
        let file: String
        /// Where in the file; 0 of one that holds nothing else.
        let offset: Int
        let length: Int
        /// SHA-256 of the bytes, in hex.
        let digest: String
    }

    /// In a file of the folder, or at the end of one.
    var placing: Placing?
    /// Whether all of that is there for certain.
    var isPlaced = false
    /// The sheet's line in the log.
    var logging: Placing?
    var isLogged = false
    /// Whether the printer was about to be told, or was.
    var isPrinting = false
    /// How often it came to nothing.
    package var failures = 0
    /// The code of the last failure; `nil` where none was.
    package var failure: String?
    /// Whether it waits for a person, and not for a time.
    package var isHeld = false

    /// Whether nobody knows if a sheet is on paper.
    package var isPaperUnsure: Bool { isPrinting }

    package init() {}

    var bytes: [UInt8] {
        let json = JSONValue.object([
            .init(name: "placing", value: placing?.json ?? .null), .init(name: "placed", value: .bool(isPlaced)),
            .init(name: "logging", value: logging?.json ?? .null), .init(name: "logged", value: .bool(isLogged)),
            .init(name: "printing", value: .bool(isPrinting)), .init(name: "failures", value: .integer(failures)),
            .init(name: "failure", value: JSONValue(failure)), .init(name: "held", value: .bool(isHeld)),
        ])
        return Array(json.line.utf8)
    }

    init?(bytes: [UInt8]) {
        guard let json = JSONValue(parsing: bytes), let failures = json["failures"]?.integer else { return nil }
        placing = json["placing"].flatMap(Placing.init(json:))
        isPlaced = json["placed"] == .bool(true)
        logging = json["logging"].flatMap(Placing.init(json:))
        isLogged = json["logged"] == .bool(true)
        isPrinting = json["printing"] == .bool(true)
        self.failures = failures
        failure = json["failure"]?.string
        isHeld = json["held"] == .bool(true)
    }
}

extension EntryState.Placing {
    fileprivate var json: JSONValue {
        [
            "file": .string(file), "offset": .integer(offset), "length": .integer(length), "digest": .string(digest),
        ]
    }

    fileprivate init?(json: JSONValue) {
        guard let file = json["file"]?.string, let offset = json["offset"]?.integer,
            let length = json["length"]?.integer, let digest = json["digest"]?.string
        else { return nil }
        self.init(file: file, offset: offset, length: length, digest: digest)
    }
}
