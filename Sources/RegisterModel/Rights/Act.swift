/// What can be done with the register. The raw values are those of its log.
package enum Act: String, CaseIterable, Sendable {
    case initialise = "init"
    case save
    case add
    case findByNumber = "find-by-number"
    case findByName = "find-by-name"
    case show
    case unmask
    case history
    case changes
    case correct
    case link
    case unlink
    case conflicts
    case quality
    case qualityList = "quality-list"
    case importFiles = "import"
    case export
    case subject
    case usage
    case erase
    case purge
    case approve
    case pending
    case officer
    case officerList = "officer-list"
    case purposeAdd = "purpose-add"
    case purposeEdit = "purpose-edit"
    case purposeList = "purpose-list"
    case processing
    case shift
    case logShow = "log-show"
    case logVerify = "log-verify"
    case logExport = "log-export"
    case checkpoint
    case backup
    case restore
    case rekey
    case recovery
    case doctor
}
