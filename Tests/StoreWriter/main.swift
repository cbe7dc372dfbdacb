internal import Host
internal import RegisterSQLite
internal import RegisterStore
internal import RegisterStoreConformance

// A program that tests start, kill and let run out of disk:
//   store-writer FOLDER save FIRST COUNT [PHOTO]   saves people, and says the number of each once it is saved
//   store-writer FOLDER look                       says how many people there are, and what is wrong
//   store-writer FOLDER measure COUNT              fills a new store, and says what things take

func say(_ line: String) { _ = Descriptor.write(Array((line + "\n").utf8), to: Descriptor.output) }

func open(_ folder: String) throws -> SQLiteStore {
    let (people, keys) = (folder + "/people.sqlite", folder + "/keys.sqlite")
    return try SQLiteStore(people: people, keys: keys, creates: !Folder.holds(people))
}

func run(_ arguments: [String]) throws {
    let store = try open(arguments[1])
    defer { store.close() }
    switch arguments[2] {
    case "save":
        guard let first = Int(arguments[3]), let count = Int(arguments[4]) else { return }
        var rows = StoreFiller()
        rows.photo = arguments.count > 5 ? Int(arguments[5]) ?? 0 : 0
        for n in first..<first + count {
            try store.write { try rows.save(n, into: $0) }
            say("\(n)")
        }
    case "look":
        let (people, entry) = try store.read { store in (try store.personCount(), try store.lastLog(writer: 1)?.n) }
        say("people \(people) entry \(entry ?? -1) findings \(try store.findings())")
    default:
        for line in try StoreMeasurement(store, people: Int(arguments[3]) ?? 0).lines { say(line) }
        let size = [store.peoplePath, store.keysPath].map { FileStatus(behind: $0)?.size ?? 0 }
        say("bytes a person: people \(size[0] / (Int(arguments[3]) ?? 1)), keys \(size[1] / (Int(arguments[3]) ?? 1))")
    }
}

do {
    try run(CommandLine.arguments)
} catch {
    say("error \(error)")
    Process.end(1)
}
