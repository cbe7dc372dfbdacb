import ArgumentParser
import CardRecord
import Host
import Register
import ThaiIDCard

/// Who is meant.
struct PersonOptions: ParsableArguments {
    @Flag(help: "Whoever's card is in the reader: thaiid register reads it.")
    var fromCard = false

    @Option(help: .hidden)
    var recordFd: Int32?

    @Option(
        help: ArgumentHelp("- takes the citizen ID from standard input; without it, it is asked for.", valueName: "-"))
    var id: String?

    @Option(help: ArgumentHelp("The register's own id of a person.", valueName: "uuid"))
    var person: String?

    func validate() throws {
        guard !fromCard else {
            throw ValidationError(
                thai: "--from-card ใช้ผ่าน thaiid register … เพราะ thaiid เป็นผู้อ่านบัตร",
                english: "--from-card: the card is read by thaiid: thaiid register …")
        }
        guard id == nil || id == "-" else {
            throw ValidationError(
                thai: "เลขประจำตัวในบรรทัดคำสั่งอ่านได้ทุกคนในเครื่อง ใช้ --id - แล้วส่งเลขทางอินพุตมาตรฐาน",
                english:
                    "A citizen ID on a command line can be read by everybody on the machine: --id - takes it from standard input."
            )
        }
        guard [recordFd != nil, id != nil, person != nil].filter({ $0 }).count < 2 else {
            throw ValidationError(
                thai: "เลือกอย่างเดียว: --from-card, --id หรือ --person", english: "One of --from-card, --id and --person.")
        }
    }

    /// A request that says who is meant.
    func asked(_ request: Request) throws -> Request {
        if let person { return request.saying("person", person) }
        if let recordFd { return request.saying("citizenID", try HandedRecord.read(recordFd).citizenID) }
        return request.saying("citizenID", try AskedNumber.digits(id: id))
    }
}

/// A citizen ID that comes on standard input, or is typed.
enum AskedNumber {
    private static let question = Bilingual("เลขประจำตัวประชาชน:", "Citizen ID:")

    /// - Parameter id: `-` for standard input.
    static func digits(id: String?) throws -> String {
        let text =
            id == "-"
            ? String(decoding: try Streams.input(limit: 256), as: UTF8.self) : try Prompt.ask(question, isSecret: true)
        let digits = text.compactMap(\.wholeNumberValue).map(String.init).joined()
        guard let citizenID = CitizenID(digits) else { throw CommandFault.notCitizenID }
        return citizenID.digits
    }
}

/// A record that another program hands over on a descriptor.
enum HandedRecord {
    private static let longest = 1 << 18

    static func read(_ descriptor: Int32) throws -> JSONRecord {
        var bytes: [UInt8] = []
        while bytes.count <= longest, let part = Descriptor.read(descriptor, capacity: 1 << 16), !part.isEmpty {
            bytes += part
        }
        guard let record = try JSONRecord.reading(line: bytes) else { throw CommandFault.noRecord }
        return record
    }
}
