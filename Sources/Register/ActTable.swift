internal import CardRecord
internal import RegisterModel

/// Which code does which act, and whether it changes anything.
struct ActTable {
    let make: (Request) throws(RegisterError) -> any RegisterAct
    /// Whether it writes more than its line in the log.
    let changes: Bool

    /// What does what is asked; `nil` where it is not asked of an opened register.
    static func entry(of request: Request) throws(RegisterError) -> ActTable {
        switch request.act {
        case .save, .add: change(Save.init)
        case .importFiles: change(Import.init)
        case .findByNumber, .findByName: lookUp(Find.init)
        case .show: lookUp(Show.init)
        case .history, .changes: lookUp(History.init)
        case .correct: change(Correct.init)
        case .link, .unlink: change(Link.init)
        case .conflicts: ActTable(make: Conflicts.init, changes: request.arguments["observation"] != nil)
        case .quality, .qualityList: lookUp(Quality.init)
        case .subject: lookUp(Subject.init)
        case .usage: lookUp(Usage.init)
        case .erase: change(Erase.init)
        case .purge: change(Purge.init)
        case .approve: change(Approve.init)
        case .pending: lookUp(Approve.init)
        case .officer: change(Officers.init)
        case .officerList: lookUp(Officers.init)
        case .purposeAdd, .purposeEdit: change(Purposes.init)
        case .purposeList, .processing: lookUp(Purposes.init)
        case .shift: change(Shift.init)
        case .logShow, .logExport: lookUp(LogActs.init)
        case .checkpoint, .logVerify: change(LogActs.init)
        case .export: change(Export.init)
        case .doctor: lookUp(Doctor.init)
        default: throw RegisterError(.notHere, request.act.rawValue)
        }
    }

    private static func lookUp(_ make: @escaping (Request) throws(RegisterError) -> any RegisterAct) -> ActTable {
        ActTable(make: make, changes: false)
    }

    private static func change(_ make: @escaping (Request) throws(RegisterError) -> any RegisterAct) -> ActTable {
        ActTable(make: make, changes: true)
    }
}
