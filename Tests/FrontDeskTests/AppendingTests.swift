import CardRecord
import Host
import TestSupport
import Testing

@testable import FrontDesk

/// Rows at the ends of files, whatever a crash left.
@Suite struct AppendingTests {
    private let folder: TemporaryFolder
    init() throws { folder = try TemporaryFolder() }

    private var file: String { folder.path("visits.csv") }

    private func bytes(_ path: String) throws -> [UInt8] { try InputFile.read(path, limit: 1 << 20) }

    private func write(_ bytes: some Sequence<UInt8>) throws {
        try OutputFile(path: file, replaces: true).write(Array(bytes))
    }

    /// A crash may come after any byte of a row was written, of which these are some; whoever comes next writes the row whole, once.
    @Test(arguments: [0, 1]) func aRowThatACrashToreIsThereOnceAndWhole(rowsBefore: Int) throws {
        let spool = try Given.spool(in: folder)
        let runner = Given.runner(spool)
        let action = try Given.append(file, "csv")
        let (head, row) = try runner.bytes(of: Given.record(), as: Given.format("csv"))
        let earlier = rowsBefore == 0 ? [] : head + row
        let added = rowsBefore == 0 ? head + row : row
        for torn in Array(stride(from: 0, to: added.count, by: 9)) + [added.count - 1, added.count] {
            try write(earlier + added.prefix(torn))
            var state = EntryState()
            state.placing = .init(
                file: file, offset: earlier.count, length: added.count, digest: EntryRunner.digest(added))
            let entry = try Given.entry(action, in: spool, state)
            _ = try runner.run(entry)
            #expect(try bytes(file) == earlier + added, "\(torn) of \(added.count) bytes")
            entry.remove()
        }
    }

    @Test func aRowThatIsDoneIsNotAddedAgain() throws {
        let spool = try Given.spool(in: folder)
        let entry = try Given.entry(try Given.append(file, "ndjson"), in: spool)
        let runner = Given.runner(spool)
        _ = try runner.run(entry)
        let once = try bytes(file)
        _ = try runner.run(entry)
        #expect(try bytes(file) == once && once.filter { $0 == 0x0A }.count == 1)
    }

    @Test func rowsOfOthersBehindATornOneStay() throws {
        let spool = try Given.spool(in: folder)
        let runner = Given.runner(spool)
        let action = try Given.append(file, "ndjson")
        let own = try runner.bytes(of: Given.record("หนึ่ง"), as: Given.format("ndjson")).row
        // Another process comes by while the first is down: it finds half a line, of which the spool knows.
        try write(own.prefix(40))
        var state = EntryState()
        state.placing = .init(file: file, offset: 0, length: own.count, digest: EntryRunner.digest(own))
        let torn = EntryName(read: try #require(Given.read.id), number: 0)
        try spool.add([(torn, Given.content(action, Given.record("หนึ่ง")), state)])
        let other = try Given.entry(action, in: spool, number: 1, EntryState(), Given.record("สอง"))
        _ = try runner.run(other)
        guard case .entry(let again) = try spool.open(torn) else { throw Given.Missing() }
        _ = try runner.run(again)
        let lines = try bytes(file).split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
        #expect(lines.count == 2 && lines.allSatisfy { $0.hasPrefix("{") && $0.hasSuffix("}") })
        #expect(lines.filter { $0.contains("หนึ่ง") }.count == 1)
    }

    @Test func aLineWithoutAnEndThatSomebodyWroteIsEnded() throws {
        let spool = try Given.spool(in: folder)
        let (head, _) = try Given.runner(spool).bytes(of: Given.record(), as: Given.format("csv"))
        try write(head + Array("theirs".utf8))
        _ = try Given.runner(spool).run(try Given.entry(try Given.append(file, "csv"), in: spool))
        let text = String(decoding: try bytes(file), as: UTF8.self)
        #expect(text.contains("theirs\r\n") && text.hasSuffix("\r\n"))
    }

    @Test func aTableWithAnotherHeadIsLeftAlone() throws {
        let spool = try Given.spool(in: folder)
        try write(Array("name,room\r\n".utf8))
        let entry = try Given.entry(try Given.append(file, "csv"), in: spool)
        #expect(throws: ActionError.otherHead(file)) { try Given.runner(spool).run(entry) }
        #expect(try bytes(file) == Array("name,room\r\n".utf8))
    }

    @Test func aFileOfItsOwnIsPlacedOnce() throws {
        let spool = try Given.spool(in: folder)
        let runner = Given.runner(spool)
        let action = Action.save(SaveAction(folder: folder.path("cards"), format: Given.format("json")))
        let entry = try Given.entry(action, in: spool)
        let first = try runner.run(entry).file
        // The crash came before it was noted that the file is there.
        var state = entry.state
        state.isPlaced = false
        entry.remove()
        let again = try Given.entry(action, in: spool, state)
        #expect(try runner.run(again).file == first)
        again.remove()
        // A name that is another's is left to it.
        let other = try Given.entry(action, in: spool, EntryState(), Given.record("อื่น"))
        let second = try runner.run(other).file
        #expect(second != first && second?.hasSuffix("-2.json") == true)
        #expect(try folder.names(in: "cards").count == 2)
    }
}
