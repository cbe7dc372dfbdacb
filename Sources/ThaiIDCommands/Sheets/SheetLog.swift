import Host

/// The log of sheets: a file to whose end one line of JSON is added for each, on the disk before the sheet
/// is anywhere, so that no sheet is without its line. Any number of desks may write into one file.
struct SheetLog {
    let path: String

    /// Adds a line.
    func append(_ line: String) throws(ToolError) {
        try asToolError(try AppendedFile(path: path).append(Array((line + "\n").utf8)))
    }

    /// Finds out early whether lines can be added.
    func check() throws(ToolError) { try asToolError(try AppendedFile(path: path).check()) }
}
