/// The one table of rights. What is asked of a role is asked here and nowhere else.
extension Act {
    private struct Rights {
        let roles: Role
        var needsFourEyes = false
        var needsPurpose = false
        var countsAgainstQuota = false
        var showsPeople = false
    }

    /// Whoever has one of these roles may do it.
    package var roles: Role { rights.roles }
    /// Whether another super user has to approve it first.
    package var needsFourEyes: Bool { rights.needsFourEyes }
    /// Whether it has to be said what for.
    package var needsPurpose: Bool { rights.needsPurpose }
    /// Whether it is one of the looks of which an officer has so many a day.
    package var countsAgainstQuota: Bool { rights.countsAgainstQuota }
    /// Whether its answer tells of a person by name or number.
    package var showsPeople: Bool { rights.showsPeople }

    /// Whether somebody may do it who has these roles.
    package func isAllowed(to roles: Role) -> Bool { !self.roles.isDisjoint(with: roles) }

    private var rights: Rights {
        switch self {
        case .save: Rights(roles: [.desk, .officer], needsPurpose: true)
        case .findByNumber, .show:
            Rights(roles: [.desk, .officer], needsPurpose: true, countsAgainstQuota: true, showsPeople: true)
        case .findByName, .unmask, .history, .changes:
            Rights(roles: .officer, needsPurpose: true, countsAgainstQuota: true, showsPeople: true)
        case .add: Rights(roles: .officer, needsPurpose: true)
        case .correct, .link: Rights(roles: .officer)
        case .subject: Rights(roles: .officer, countsAgainstQuota: true, showsPeople: true)
        case .qualityList: Rights(roles: .officer, showsPeople: true)
        case .usage: Rights(roles: [.officer, .auditor])
        case .shift: Rights(roles: [.desk, .officer])
        case .conflicts: Rights(roles: .super, showsPeople: true)
        case .importFiles: Rights(roles: .super, needsPurpose: true)
        case .export: Rights(roles: .super, needsFourEyes: true, needsPurpose: true, showsPeople: true)
        case .unlink, .erase, .officer, .purposeEdit, .rekey: Rights(roles: .super, needsFourEyes: true)
        case .initialise, .purge, .approve, .pending, .purposeAdd, .backup, .restore, .recovery:
            Rights(roles: .super)
        case .officerList, .processing, .checkpoint: Rights(roles: [.super, .auditor])
        case .quality: Rights(roles: [.officer, .super, .auditor])
        case .logShow, .logVerify, .logExport: Rights(roles: .auditor)
        case .purposeList, .doctor: Rights(roles: .all)
        }
    }
}
