internal import CardRecord
internal import SheetRequest

/// What is to be done with a card that was read, all of it settled: whoever has it and the record can do it at any
/// later time, and comes to the same.
package enum Action: Hashable, Sendable {
    case save(SaveAction)
    case append(AppendAction)
    case sheet(SheetAction)
    case run(RunAction)
    case register(RegisterAction)

    /// What it is called on the command line, in events and in lists.
    package enum Name: String, Hashable, Sendable, CaseIterable {
        case save, append, sheet, exec, register
    }

    package var name: Name {
        switch self {
        case .save: .save
        case .append: .append
        case .sheet: .sheet
        case .run: .exec
        case .register: .register
        }
    }

    /// The number of the sheet, where it is one.
    package var audit: String? { if case .sheet(let sheet) = self { sheet.request.audit.description } else { nil } }

    /// What it is done to. Of one such thing one action follows another; different ones never wait for each other.
    var lane: String {
        switch self {
        case .save(let save): "save \(save.folder)"
        case .append(let append): "append \(append.path.text)"
        case .sheet: "sheet"
        case .run(let run): "exec \(run.program)"
        case .register: "register"
        }
    }

    /// As the spool keeps it.
    var json: JSONValue {
        let members: [JSONValue.Member] =
            switch self {
            case .save(let save): save.members
            case .append(let append): append.members
            case .sheet(let sheet): sheet.members
            case .run(let run): run.members
            case .register(let register): register.members
            }
        return .object([.init(name: "name", value: .string(name.rawValue))] + members)
    }

    /// The way back; `nil` where the spool holds something else, as one of a later release may.
    init?(json: JSONValue) {
        let action: Action? =
            switch json["name"]?.string.flatMap(Name.init(rawValue:)) {
            case .save: SaveAction(json: json).map(Action.save)
            case .append: AppendAction(json: json).map(Action.append)
            case .sheet: SheetAction(json: json).map(Action.sheet)
            case .exec: RunAction(json: json).map(Action.run)
            case .register: RegisterAction(json: json).map(Action.register)
            case nil: nil
            }
        guard let action else { return nil }
        self = action
    }
}

/// A file of its own for each card, in a folder.
package struct SaveAction: Hashable, Sendable {
    package let folder: String
    package let format: FileFormat

    package init(folder: String, format: FileFormat) { (self.folder, self.format) = (folder, format) }

    var members: [JSONValue.Member] {
        [.init(name: "folder", value: .string(folder)), .init(name: "format", value: format.json)]
    }

    init?(json: JSONValue) {
        guard let folder = json["folder"]?.string, let format = json["format"].flatMap(FileFormat.init(json:)) else {
            return nil
        }
        self.init(folder: folder, format: format)
    }
}

/// A row or a line at the end of a file, which may be another one each day.
package struct AppendAction: Hashable, Sendable {
    package let path: DatedPath
    package let format: FileFormat

    package init(path: DatedPath, format: FileFormat) { (self.path, self.format) = (path, format) }

    var members: [JSONValue.Member] {
        [.init(name: "path", value: .string(path.text)), .init(name: "format", value: format.json)]
    }

    init?(json: JSONValue) {
        guard let path = json["path"]?.string.flatMap(DatedPath.init),
            let format = json["format"].flatMap(FileFormat.init(json:))
        else { return nil }
        self.init(path: path, format: format)
    }
}

/// Another program, which gets the record on its standard input.
package struct RunAction: Hashable, Sendable {
    package let program: String

    package init(program: String) { self.program = program }

    var members: [JSONValue.Member] { [.init(name: "program", value: .string(program))] }

    init?(json: JSONValue) {
        guard let program = json["program"]?.string else { return nil }
        self.init(program: program)
    }
}

/// A place among the office's own people, in its register.
package struct RegisterAction: Hashable, Sendable {
    /// Why the record is kept, by its code in the register.
    package let purpose: String
    /// Where the card was read; `nil` where that has no name.
    package let desk: String?
    /// The file of settings that comes first, and may say where the register is.
    package let config: String?

    package init(purpose: String, desk: String?, config: String?) {
        (self.purpose, self.desk, self.config) = (purpose, desk, config)
    }

    var members: [JSONValue.Member] {
        [
            .init(name: "purpose", value: .string(purpose)), .init(name: "desk", value: JSONValue(desk)),
            .init(name: "config", value: JSONValue(config)),
        ]
    }

    init?(json: JSONValue) {
        guard let purpose = json["purpose"]?.string else { return nil }
        self.init(purpose: purpose, desk: json["desk"]?.string, config: json["config"]?.string)
    }
}
