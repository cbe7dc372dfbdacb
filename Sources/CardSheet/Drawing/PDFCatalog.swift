internal import ThaiIDCard

/// Says in a PDF in which language it is written, which Cairo cannot.
///
/// The file is not rewritten: a second version of its catalog is appended, as ISO 32000-1 7.5.6 has it
/// (incremental updates). It understands what Cairo writes, not every PDF.
enum PDFCatalog {
    /// The file with `/Lang` in its catalog, and its title shown instead of its name; `nil` where it is
    /// not built as expected.
    static func setting(language: String, in pdf: [UInt8]) -> [UInt8]? {
        guard let oldStart = number(after: "startxref", in: pdf),
            let trailer = pdf.lastRange(of: "trailer"),
            let size = number(after: "/Size", in: pdf, from: trailer.upperBound),
            let root = number(after: "/Root", in: pdf, from: trailer.upperBound),
            let info = number(after: "/Info", in: pdf, from: trailer.upperBound),
            let object = pdf.lastRange(of: "\n\(root) 0 obj"),
            let open = pdf.firstRange(of: "<<", from: object.upperBound),
            let close = pdf.firstRange(of: "endobj", from: open.upperBound)
        else { return nil }
        var updated = pdf
        if updated.last != UInt8(ascii: "\n") { updated.append(UInt8(ascii: "\n")) }
        let place = updated.count
        updated += "\(root) 0 obj\n<< /Lang (\(language)) /ViewerPreferences << /DisplayDocTitle true >>".utf8
        updated += pdf[open.upperBound..<close.lowerBound]
        updated += "endobj\n".utf8
        let table = updated.count
        updated += "xref\n\(root) 1\n\(place.padded(to: 10)) 00000 n \n".utf8
        updated += "trailer\n<< /Size \(size) /Root \(root) 0 R /Info \(info) 0 R /Prev \(oldStart) >>\n".utf8
        updated += "startxref\n\(table)\n%%EOF\n".utf8
        return updated
    }

    /// The number that follows the last `name`, or the first from a place on.
    private static func number(after name: String, in pdf: [UInt8], from start: Int? = nil) -> Int? {
        guard let name = start.map({ pdf.firstRange(of: name, from: $0) }) ?? pdf.lastRange(of: name) else {
            return nil
        }
        let rest = pdf[name.upperBound...].drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }
        return Int(String(decoding: rest.prefix { (0x30...0x39).contains($0) }, as: UTF8.self))
    }
}

extension [UInt8] {
    fileprivate func firstRange(of text: String, from start: Int) -> Range<Int>? {
        let wanted = Array(text.utf8)
        return (start..<Swift.max(start, count - wanted.count + 1)).lazy
            .map { $0..<($0 + wanted.count) }.first { self[$0].elementsEqual(wanted) }
    }

    fileprivate func lastRange(of text: String) -> Range<Int>? {
        let wanted = Array(text.utf8)
        return (0..<Swift.max(0, count - wanted.count + 1)).reversed().lazy
            .map { $0..<($0 + wanted.count) }.first { self[$0].elementsEqual(wanted) }
    }
}
