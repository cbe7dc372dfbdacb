internal import CardRecord
internal import RegisterModel

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

extension ObservedText {
    /// A kept record as any program takes it: with its photo's bytes, or without a photo.
    static func whole(_ record: JSONValue, photo: [UInt8]?) -> JSONValue {
        attachingPhoto(photo.map { Data($0).base64EncodedString() }, to: record)
    }
}

extension SourceKind {
    /// What it is called in answers.
    var name: String {
        switch self {
        case .card: "card"
        case .typed: "typed"
        case .gateway: "gateway"
        case .imported: "import"
        }
    }
}
