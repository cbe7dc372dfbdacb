import Printing
import Testing

@testable import ThaiIDCommands

/// What keeps a sheet off paper, in the words of the contract.
@Suite struct ToolErrorOfPrintingTests {
    @Test(arguments: [
        (PrintingError.missing, ToolError.document(.noPrinting)),
        (.slow(.seconds(30)), .document(.slowPrinting(seconds: 30))),
        (.noPaper("A5", there: ["A4"]), .document(.noPaper("A5", papers: ["A4"]))),
        (.refused(words: ["lp: no", "such queue"]), .document(.notPrinted("lp: no such queue"))),
    ])
    func printerThatTakesNoJob(_ cause: PrintingError, _ error: ToolError) {
        #expect(ToolError(cause) == error)
    }
}
