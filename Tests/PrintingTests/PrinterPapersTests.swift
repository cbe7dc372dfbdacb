import Testing

@testable import Printing

/// What `lpoptions -l` says of a printer's papers.
@Suite struct PrinterPapersTests {
    @Test func papersAreThoseOfTheOption() {
        let options = [
            "ColorModel/Output Mode: *Gray RGB", "PageSize/Media Size: A5 *A4 Letter", "Duplex/2-Sided: *None",
        ]
        #expect(PrinterPapers(options)?.names == ["A5", "A4", "Letter"])
        #expect(PrinterPapers(["PageSize/Media: Size of paper: A4"])?.names == ["A4"])
    }

    @Test(arguments: [
        [], ["Duplex/2-Sided: *None"], ["PageSize/Media Size:"], ["PageSize/Media Size: A4 Custom.WIDTHxHEIGHT"],
        ["PageSizes: A4"], ["PageSize/Media Size"],
    ])
    func whereNothingIsSaidAnythingGoes(_ options: [String]) {
        #expect(PrinterPapers(options)?.names == nil)
    }
}
