package import CardFormats
package import DrawingProgram
package import Host

/// What keeps records from being taken out of files, or put into them.
package enum RecordFilesError: Error, Hashable {
    /// A file is not read or not written.
    case file(FileFailure)
    /// The drawing program made no file.
    case drawing(DrawingProgramError)
    /// A record cannot be written in the format.
    case format(FormatError)
    /// The template of names asks for what a record does not have.
    case nameless(template: String)
    /// What stands on a line of many is no record that can be used.
    case badRecord(file: String, line: Int, key: String)
    /// What was to be one record is none.
    case notRecord(file: String, key: String)
    /// There are several records where one was to be.
    case severalRecords(file: String)
    /// There are several records, and a file of this format holds one.
    case holdsOne(format: String)
    /// There is no record, and a file of the format holds one.
    case noRecord
}

/// Does something with files; what keeps it from being done is thrown as what keeps records from it.
func asRecordFilesError<Result>(
    _ work: @autoclosure () throws(FileFailure) -> Result
) throws(RecordFilesError) -> Result {
    do throws(FileFailure) { return try work() } catch { throw .file(error) }
}
