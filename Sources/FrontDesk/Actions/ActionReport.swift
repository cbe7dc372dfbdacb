package import CardRecord
package import RegisterProgram
package import SheetRequest

/// What has become of an action.
package struct ActionReport: Sendable {
    package enum Outcome: Sendable {
        /// It is done.
        case done
        /// It is kept, and tried again at this time, as `2026-11-23T09:41:07+07:00`.
        case waiting(ActionError, next: String)
        /// It is kept until a person decides.
        case failed(ActionError)
    }

    /// Its place in the spool.
    package let entry: EntryName
    /// The reader that held the card, where there was one.
    package let reader: String?
    /// `nil` where the spool holds what this release cannot read.
    package let action: Action.Name?
    package let outcome: Outcome
    package var read: ReadID { entry.read }

    /// The file that it made or added to.
    package var file: String?
    /// The number of the sheet.
    package var sheet: AuditNumber?
    /// What the printer's queue calls the job.
    package var job: String?
    /// What the register says of the record.
    package var saved: SaveAnswer?
}
