internal import CardFormats
internal import CardRecord
internal import DrawingProgram
internal import Host
internal import RecordFiles

/// Rows at the ends of files, each once.
extension EntryRunner {
    func append(_ action: AppendAction, _ content: EntryContent, _ entry: SpoolEntry) throws(ActionError) -> Done {
        let path = action.path.path(on: content.day)
        guard case .drawn(let format) = action.format.format else {
            let written = try bytes(of: content.record, as: action.format)
            try add(written.row, head: written.head, to: path, entry, .row)
            return Done(file: path)
        }
        // A workbook cannot grow: its rows are kept as lines beside it, and it is written whole from them.
        let lines = path + ".ndjson"
        try add(content.record.json.utf8Line, head: [], to: lines, entry, .row)
        try draw(format, action.format.options, from: lines, to: path)
        return Done(file: path)
    }

    private func draw(
        _ format: DrawnFormat, _ options: FormatOptions, from lines: String, to path: String
    ) throws(ActionError) {
        do throws(RecordFilesError) {
            var target = try DrawingTarget(
                format, options, file: OutputFile(path: path, replaces: true), hear: { _ in })
            _ = try Conversion(input: RecordInput(files: [lines]), skipsBad: true).run(into: &target) { _ in }
        } catch {
            throw .records(error)
        }
    }

    /// What is noted of something that is added to a file.
    struct Step: Sendable {
        let get: @Sendable (EntryState) -> (placing: EntryState.Placing?, isThere: Bool)
        let set: @Sendable (inout EntryState, EntryState.Placing?, Bool) -> Void

        static let row = Step(get: { ($0.placing, $0.isPlaced) }, set: { ($0.placing, $0.isPlaced) = ($1, $2) })
        static let log = Step(get: { ($0.logging, $0.isLogged) }, set: { ($0.logging, $0.isLogged) = ($1, $2) })
    }

    /// Adds a row to the end of a file, once; before the first one goes the head.
    func add(
        _ row: [UInt8], head: [UInt8], to path: String, _ entry: SpoolEntry, _ step: Step
    ) throws(ActionError) {
        var hasOtherHead = false
        do throws(FileFailure) {
            let (before, isThere) = step.get(entry.state)
            guard !isThere else { return }
            try Folder.makeAll(Folder.holding(path))
            try AppendedFile(path: path).append { end throws(FileFailure) in
                if let before, takeBack(before, head + row, row, &end) == .isWhole { return nil }
                mend(path, &end)
                guard end.size == 0 || end.bytes(0..<head.count) == head else {
                    hasOtherHead = true
                    return nil
                }
                let bytes = end.size == 0 ? head + row : Self.lineEnd(before: row, end) + row
                let placing = EntryState.Placing(
                    file: path, offset: end.size, length: bytes.count, digest: Self.digest(bytes))
                try entry.note { step.set(&$0, placing, false) }
                return bytes
            }
            guard !hasOtherHead else { throw .notFile(path) }
            try entry.note { step.set(&$0, step.get($0).placing, true) }
        } catch {
            throw hasOtherHead ? .otherHead(path) : .file(error)
        }
    }

    private enum Remains {
        case isWhole, isGone
    }

    /// Finds out what a crash left of bytes that were to be added, and takes a part of them away.
    private func takeBack(
        _ before: EntryState.Placing, _ first: [UInt8], _ row: [UInt8], _ end: inout AppendedFile.LockedEnd
    ) -> Remains {
        let there = end.bytes(before.offset..<(before.offset + before.length))
        if there.count == before.length, Self.digest(there) == before.digest { return .isWhole }
        let isLast = end.size < before.offset + before.length
        if isLast, !there.isEmpty, (before.offset == 0 ? first : row).starts(with: there) { end.cut(to: before.offset) }
        return .isGone
    }

    /// Takes away what a crash of another process left of its line, which is in the spool.
    private func mend(_ path: String, _ end: inout AppendedFile.LockedEnd) {
        guard end.size > 0, end.bytes((end.size - 1)..<end.size) != [UInt8(ascii: "\n")] else { return }
        for name in spool.names() {
            guard case .entry(let entry)? = try? spool.open(name), case let size = end.size,
                let torn = [entry.state.placing, entry.state.logging].compactMap(\.self).first(where: {
                    $0.file == path && $0.offset < size && size < $0.offset + $0.length
                })
            else { continue }
            return end.cut(to: torn.offset)
        }
    }

    /// What a file lacks whose last line somebody wrote without an end.
    private static func lineEnd(before row: [UInt8], _ end: AppendedFile.LockedEnd) -> [UInt8] {
        guard end.bytes((end.size - 1)..<end.size) != [UInt8(ascii: "\n")] else { return [] }
        return row.suffix(2) == [UInt8(ascii: "\r"), UInt8(ascii: "\n")] ? Array("\r\n".utf8) : [UInt8(ascii: "\n")]
    }
}
