public import ArgumentParser
import CardFormats
public import SheetRequest
public import ThaiIDCard

extension Paper: ExpressibleByArgument {}
extension PageFormat: ExpressibleByArgument {}
extension SheetLanguage: ExpressibleByArgument {}
extension SectionList: ExpressibleByArgument {}
extension PortraitMode: ExpressibleByArgument {}

extension Moment: ExpressibleByArgument {
    public init?(argument: String) { self.init(iso: argument) }
}

extension AuditNumber: ExpressibleByArgument {
    public init?(argument: String) { self.init(argument) }
}

/// How the program says why nothing was drawn. Looked for before the command line is understood.
struct ErrorForm: ParsableArguments {
    @Flag(name: .customLong(ArgumentLine.jsonErrorsName), help: .hidden)
    var isJSON = false
}

/// Columns of a table as they are written on a command line.
struct ColumnList: ExpressibleByArgument {
    let columns: [Column]

    init?(argument: String) {
        let names = argument.split(separator: ",").map(String.init)
        columns = names.compactMap(Column.named)
        guard !columns.isEmpty, columns.count == names.count else { return nil }
    }
}
