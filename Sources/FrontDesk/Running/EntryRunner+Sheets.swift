internal import AuditLog
internal import CardRecord
internal import DrawingProgram
internal import Host
internal import Printing
internal import SheetRequest
internal import ThaiIDCard

/// Sheets: logged before they are anywhere, the same bytes each time, and on paper at most once.
extension EntryRunner {
    func sheet(_ action: SheetAction, _ content: EntryContent, _ entry: SpoolEntry) throws(ActionError) -> Done {
        guard !entry.state.isPrinting else { throw .paperUnsure }
        let record = content.record
        if let citizenID = record.wholeCitizenID {
            let names = [action.operator, action.printer].compactMap { $0 }
            guard !names.contains(where: citizenID.isRepeated) else { throw .namesHoldCitizenID }
        }
        let pdf: [UInt8]
        do throws(DrawingProgramError) {
            pdf = try Renderer(speaking: language, hear: { _ in }).draw(record.json, action.request)
        } catch {
            throw .drawing(error)
        }
        var done = Done(sheet: action.request.audit)
        try log(action, content, entry)
        if let folder = action.folder {
            done.file = try asActionError(
                try place(pdf, in: folder, "sheet-\(action.request.audit)", "pdf", entry))
        }
        if let printer = action.printer { done.job = try print(pdf, PrinterName(printer), action, entry) }
        return done
    }

    /// Adds the sheet's line to the log. It bears the time of the read, and so is the same line however often this
    /// is tried.
    private func log(_ action: SheetAction, _ content: EntryContent, _ entry: SpoolEntry) throws(ActionError) {
        guard let place = action.log, !entry.state.isLogged else { return }
        let log = try auditLog(place)
        let request = action.request
        let sheet = IssuedSheet(
            audit: request.audit.description, at: request.at.iso, purpose: request.purpose,
            sections: request.sections.sections.map(\.rawValue), isMasked: request.isMasked,
            operator: action.operator, copies: action.copies, printer: action.printer,
            file: action.folder == nil ? nil : request.format.rawValue, holder: log.holder(of: content.record.json))
        let line = SheetLogLine.issued(sheet).json(at: content.at)
        try add(line.utf8Line, head: [], to: place.path, entry, .log)
    }

    private func auditLog(_ place: SheetAction.LogPlace) throws(ActionError) -> AuditLog {
        do throws(KeyFileError) {
            return AuditLog(path: place.path, key: try LogKey(file: place.key))
        } catch {
            throw .key(error)
        }
    }

    /// Notes that a sheet that was logged came to nothing.
    func logFailure(of entry: SpoolEntry, code: String, at now: String) throws(ActionError) {
        guard case .sheet(let action)? = entry.content?.action, let place = action.log, entry.state.isLogged else {
            return
        }
        let line = SheetLogLine.failed(audit: action.request.audit.description, code: code).json(at: now).line
        let log = try auditLog(place)
        try asActionError(try log.append(line))
    }

    /// Prints, where it is sure that nobody has done so before. That the printer was told is noted beforehand, and
    /// taken back where it says that it did not listen.
    private func print(
        _ pdf: [UInt8], _ name: PrinterName, _ action: SheetAction, _ entry: SpoolEntry
    ) throws(ActionError) -> String? {
        let paper = action.request.paper
        do throws(PrintingError) {
            let printer = try Printer(name)
            try printer.check(paper)
            try note(entry) { $0.isPrinting = true }
            let said = try printer.print(
                pdf, title: "thaiid \(action.request.audit)", copies: action.copies, paper: paper)
            return said.first.flatMap(Self.job)
        } catch {
            if case .slow = error { throw .paperUnsure }
            try asActionError(try entry.note { $0.isPrinting = false })
            throw .printing(error)
        }
    }

    private func note(_ entry: SpoolEntry, _ change: (inout EntryState) -> Void) throws(PrintingError) {
        do throws(FileFailure) {
            try entry.note(change)
        } catch {
            // Without a note nobody could tell afterwards whether there is paper.
            throw .refused(words: ["\(error.reason)"])
        }
    }

    /// The job's name in what `lp` says: `request id is office-12 (0 file(s))`.
    private static func job(_ said: String) -> String? {
        let words = said.split(separator: " ")
        return words.count > 3 && words[..<3] == ["request", "id", "is"] ? String(words[3]) : nil
    }
}
