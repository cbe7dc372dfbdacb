import ArgumentParser

/// A time on a sheet, in the one shape of a record's: `2026-11-23T09:41:07+07:00`, or `Z` for the zone.
struct SheetTime: ExpressibleByArgument {
    let text: String

    init?(argument: String) {
        let shape = argument.map { $0.isASCII && $0.isNumber ? "0" : $0 }
        guard
            ["0000-00-00T00:00:00+00:00", "0000-00-00T00:00:00-00:00", "0000-00-00T00:00:00Z"].contains(String(shape))
        else { return nil }
        text = argument
    }
}
