internal import Crypto
internal import ThaiIDCard

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

extension Checkpoint {
    /// More than any checkpoint: what is longer is not looked at.
    private static let longest = 1 << 16
    private static let newline = UInt8(ascii: "\n")
    private static let dash = "\u{2014} "

    /// The signed note.
    package func note(signedBy signer: CheckpointSigner) -> String {
        let text = text
        let signature = signer.id + signer.signature(of: text)
        return "\(text)\n\(Self.dash)\(signer.origin) \(Data(signature).base64EncodedString())\n"
    }

    /// Reads a signed note, in the one way in which it is written; lines of its own that it has beyond ours are let be.
    package init(note: String, verifiedBy key: [UInt8]) throws(CheckpointError) {
        let bytes = Array(note.utf8)
        guard bytes.count <= Self.longest, let end = bytes.indices.first(where: { Self.isBlank(bytes, after: $0) }),
            let checkpoint = Self(text: bytes[...end])
        else { throw .malformed }
        let signatures = bytes[(end + 2)...].split(separator: Self.newline, omittingEmptySubsequences: false)
        guard signatures.count > 1, signatures.last?.isEmpty == true else { throw .malformed }
        let id = CheckpointSigner.id(of: checkpoint.origin, key)
        var isSigned = false
        for line in signatures.dropLast() {
            guard let (name, signature) = Self.signature(line) else { throw .malformed }
            guard name.elementsEqual(checkpoint.origin.utf8), signature.prefix(4).elementsEqual(id) else { continue }
            guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: key),
                key.isValidSignature(signature.dropFirst(4), for: bytes[...end])
            else { throw .badSignature }
            isSigned = true
        }
        guard isSigned else { throw .unsigned }
        self = checkpoint
    }

    /// What a later checkpoint holds of this one.
    package static func hash(of note: String) -> [UInt8] { Array(SHA256.hash(data: Array(note.utf8))) }

    /// What is signed, to the end of its last line.
    private var text: String {
        let first = heads.first ?? Head(writer: 0, size: 0, hash: LogChain.start)
        let lines =
            [origin, String(first.size), Self.text(first.hash), "writer \(first.writer)"]
            + heads.dropFirst().map { "chain \($0.writer) \($0.size) \(Self.text($0.hash))" }
            + ["at \(LogTime.text(of: at))"] + (previous.map { ["previous \(Self.text($0))"] } ?? [])
            + remarks.map { "remark \($0.text)" }
        return lines.map { $0 + "\n" }.joined()
    }

    /// Whether an empty line follows the line that ends here.
    private static func isBlank(_ bytes: [UInt8], after index: Int) -> Bool {
        bytes[index] == newline && index + 1 < bytes.count && bytes[index + 1] == newline
    }

    /// Whose signature a line is, and the signature behind the key's four bytes.
    private static func signature(_ line: ArraySlice<UInt8>) -> (name: ArraySlice<UInt8>, [UInt8])? {
        guard line.starts(with: dash.utf8), let space = line.lastIndex(of: UInt8(ascii: " ")),
            space > line.startIndex + dash.utf8.count,
            let bytes = bytes(String(decoding: line[(space + 1)...], as: UTF8.self)), bytes.count > 4
        else { return nil }
        return (line[(line.startIndex + dash.utf8.count)..<space], bytes)
    }

    private init?(text: ArraySlice<UInt8>) {
        let lines = text.split(separator: Self.newline, omittingEmptySubsequences: false).dropLast()
            .map { String(decoding: $0, as: UTF8.self) }
        guard lines.count >= 5, let size = Self.number(lines[1]), let hash = Self.hash(lines[2]) else { return nil }
        var (writer, others, at, previous, remarks) = (Int?.none, [Head](), Int64?.none, [UInt8]?.none, [Remark]())
        for line in lines.dropFirst(3) {
            let parts = line.split(separator: " ", omittingEmptySubsequences: false)
            switch (parts[0], parts.count) {
            case ("writer", 2): writer = Self.number(parts[1])
            case ("chain", 4):
                guard let writer = Self.number(parts[1]), let size = Self.number(parts[2]),
                    let hash = Self.hash(parts[3])
                else { return nil }
                others.append(Head(writer: writer, size: size, hash: hash))
            case ("at", 2): at = LogTime.micros(of: String(parts[1]))
            case ("previous", 2):
                guard let hash = Self.hash(parts[1]) else { return nil }
                previous = hash
            case ("remark", _): remarks.append(Remark(text: String(line.dropFirst("remark ".count))))
            default: break
            }
        }
        guard let writer, let at else { return nil }
        self.init(
            origin: lines[0], heads: [Head(writer: writer, size: size, hash: hash)] + others, at: at,
            previous: previous, remarks: remarks)
    }

    private static func text(_ hash: [UInt8]) -> String { Data(hash).base64EncodedString() }

    /// Base 64 in the one way in which it is written: other bits at its end would stand for the same bytes.
    private static func bytes(_ text: some StringProtocol) -> [UInt8]? {
        guard let data = Data(base64Encoded: String(text)), data.base64EncodedString() == text else { return nil }
        return Array(data)
    }

    private static func hash(_ text: some StringProtocol) -> [UInt8]? {
        bytes(text).flatMap { $0.count == 32 ? $0 : nil }
    }

    private static func number(_ text: some StringProtocol) -> Int? {
        Int(text).flatMap { $0 >= 0 && String($0) == text ? $0 : nil }
    }
}

extension Checkpoint.Remark {
    private static let (fourEyesOffText, restartedText) = ("four-eyes off", "chain restarted")

    fileprivate init(text: String) {
        switch text {
        case Self.fourEyesOffText: self = .fourEyesOff
        case Self.restartedText: self = .restarted
        default: self = .other(text)
        }
    }

    /// The words in the note, without what would be another line of it.
    package var text: String {
        switch self {
        case .fourEyesOff: Self.fourEyesOffText
        case .restarted: Self.restartedText
        case .other(let text): text.map { $0.isNewline ? " " : String($0) }.joined()
        }
    }
}
