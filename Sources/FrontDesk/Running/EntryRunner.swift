internal import AuditLog
internal import CardFormats
internal import CardRecord
internal import Crypto
internal import DrawingProgram
internal import Host
internal import Printing
internal import RecordFiles
internal import RegisterProgram
internal import SheetRequest
internal import SmartCard
internal import ThaiIDCard

/// Does what an entry asks for, and no step of it twice, whatever a crash left undone.
struct EntryRunner: Sendable {
    /// What came of it.
    struct Done {
        var file: String?
        var sheet: AuditNumber?
        var job: String?
        var saved: SaveAnswer?
    }

    let spool: Spool
    /// The language of what the drawing program says.
    let language: Language
    /// How long a program may take that gets a record.
    let programLimit: Duration

    func run(_ entry: SpoolEntry) throws(ActionError) -> Done {
        guard let content = entry.content else { throw .unreadable }
        return switch content.action {
        case .save(let action): try save(action, content, entry)
        case .append(let action): try append(action, content, entry)
        case .sheet(let action): try sheet(action, content, entry)
        case .run(let action): try run(action, content)
        case .register(let action): try register(action, content)
        }
    }

    private func save(_ action: SaveAction, _ content: EntryContent, _ entry: SpoolEntry) throws(ActionError) -> Done {
        let written = try bytes(of: content.record, as: action.format)
        let stem = "\(content.day)-\(content.at.dropFirst(11).prefix(8).filter { $0 != ":" })-\(entry.name.read)"
        let fileExtension = action.format.format.fileExtension
        return Done(
            file: try asActionError(
                try place(written.head + written.row, in: action.folder, stem, fileExtension, entry)))
    }

    /// A record in a format, with what stands at the head of a file.
    func bytes(of record: JSONRecord, as format: FileFormat) throws(ActionError) -> (head: [UInt8], row: [UInt8]) {
        let formatter = RecordFormatter(format: format.format, options: format.options, hear: { _ in })
        do throws(RecordFilesError) {
            return (try formatter.head(), try formatter.bytes(of: record).bytes)
        } catch {
            throw .records(error)
        }
    }

    /// Puts bytes into a new file of a folder, once. Where the name is another's, a number follows it.
    func place(
        _ bytes: [UInt8], in folder: String, _ stem: String, _ fileExtension: String, _ entry: SpoolEntry
    ) throws(FileFailure) -> String {
        try Folder.makeAll(folder)
        if let before = entry.state.placing, entry.state.isPlaced || isThere(before) { return before.file }
        var number = 1
        while true {
            let path = "\(folder)/\(stem)\(number == 1 ? "" : "-\(number)").\(fileExtension)"
            number += 1
            guard !Folder.holds(path) else { continue }
            let placing = EntryState.Placing(file: path, offset: 0, length: bytes.count, digest: Self.digest(bytes))
            try entry.note { $0.placing = placing }
            do throws(FileFailure) {
                try OutputFile(path: path, replaces: false).write(bytes)
            } catch .exists {
                continue
            }
            try entry.note { $0.isPlaced = true }
            return path
        }
    }

    private func isThere(_ placing: EntryState.Placing) -> Bool {
        guard let bytes = try? InputFile.read(placing.file, limit: placing.length, followsLinks: false) else {
            return false
        }
        return bytes.count == placing.length && Self.digest(bytes) == placing.digest
    }

    private func run(_ action: RunAction, _ content: EntryContent) throws(ActionError) -> Done {
        let program = ChildProcess(
            executable: action.program, arguments: [],
            environment: Process.wholeEnvironment.filter { $0.key != ServiceManager.variable }, limit: programLimit,
            isApart: true)
        let ending: ChildProcess.Ending
        do throws(ChildProcess.Failure) {
            ending = try program.run(input: content.record.json.utf8Line)
        } catch {
            switch error {
            case .notStarted(let reason): throw .noProgram(reason)
            case .limit: throw .slowProgram(programLimit)
            }
        }
        guard ending.status == 0 else { throw .program(status: ending.status) }
        return Done()
    }

    /// The register knows by `read.id` what it has, and so may get it again.
    private func register(_ action: RegisterAction, _ content: EntryContent) throws(ActionError) -> Done {
        do throws(RegisterProgramError) {
            let keeper = try RegisterKeeper(config: action.config, limit: programLimit)
            return Done(saved: try keeper.save(content.record.json, for: action.purpose, at: action.desk))
        } catch {
            throw .register(error)
        }
    }

    static func digest(_ bytes: [UInt8]) -> String { Hex.encode(Array(SHA256.hash(data: bytes))).lowercased() }
}
