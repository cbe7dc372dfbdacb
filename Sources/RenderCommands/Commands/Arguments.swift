public import ArgumentParser
public import CardSheet

extension Paper: ExpressibleByArgument {}
extension SheetLanguage: ExpressibleByArgument {}
extension TerminalPortrait.Mode: ExpressibleByArgument {}

extension Moment: ExpressibleByArgument {
    public init?(argument: String) { self.init(iso: argument) }
}

extension AuditNumber: ExpressibleByArgument {
    public init?(argument: String) { self.init(argument) }
}

/// Sections of a sheet as they are written on a command line.
struct SectionList: ExpressibleByArgument {
    let sections: [SheetSection]

    init?(argument: String) {
        let names = argument.split(separator: ",", omittingEmptySubsequences: false)
        sections = names.compactMap { SheetSection(rawValue: String($0)) }
        guard sections.count == names.count else { return nil }
    }
}
