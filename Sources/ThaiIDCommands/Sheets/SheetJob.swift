import SheetRequest
import ThaiIDCard

/// A sheet that is to be made, all of it settled.
struct SheetJob {
    /// What the drawing program is told to do, but for the format. Nothing of the card is in it.
    var request: SheetRequest
    /// Who makes it. This goes into the log alone.
    var `operator`: String

    /// What has to be read of the card: what is shown, and the number that proves the read.
    var fields: [Field] {
        let keys = Set([Field.citizenID.key] + request.sections.sections.flatMap(\.fields))
        return Field.all.filter { keys.contains($0.key) }
    }

    /// The sheet as it is to be drawn in one of its formats.
    func request(_ format: PageFormat) -> SheetRequest {
        var request = request
        request.format = format
        return request
    }
}
