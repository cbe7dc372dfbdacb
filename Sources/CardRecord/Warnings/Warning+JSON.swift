internal import SmartCard
internal import ThaiIDCard

extension Warning {
    /// The warning in the shape of the record's schema.
    var json: JSONValue {
        let members: [JSONValue.Member] = [
            .init(name: "code", value: .string(code)), .init(name: "field", value: .string(field)),
            .init(name: "message", value: .string(message.english)),
        ]
        return .object(members + (kind.detail.map { [.init(name: "detail", value: $0)] } ?? []))
    }

    /// Takes a warning out of a record. Its sentence is for people and not looked at; what is said without
    /// `detail`, as it was in earlier records, is less.
    ///
    /// - Returns: `nil` for a code that this version does not know, and for one of a date's year without
    ///   `detail`: the date tells that by itself.
    init?(json: JSONValue) {
        guard let code = json["code"]?.string, let field = json["field"]?.string,
            let kinds = Kind.byCode[code], let first = kinds.first
        else { return nil }
        let detail = json["detail"]
        switch first {
        case .nameSlots: self.init(.nameSlots(detail?["parts"]?.integer), field: field)
        case .addressSlots: self.init(.addressSlots(detail?["parts"]?.integer), field: field)
        case .date(.oldYear):
            guard let kind = kinds.first(where: { $0.detail == detail }) else { return nil }
            self.init(kind, field: field)
        case .failed: self.init(.failed(FieldFailure(detail: detail) ?? .noAnswer), field: field)
        default: self.init(first, field: field)
        }
    }
}

extension Warning.Kind {
    /// The numbers and reasons that its sentence names, for programs; `nil` where it names none.
    fileprivate var detail: JSONValue? {
        switch self {
        case .nameSlots(let parts), .addressSlots(let parts): parts.map { ["parts": .integer($0)] }
        case .date(.oldYear(.yearMayBeLater)): ["reason": "year-may-be-later"]
        case .date(.oldYear(.monthsThatWereNot)): ["reason": "months-that-were-not"]
        case .failed(.refused(let status)): ["reason": "refused", "status": .string(status.description)]
        case .failed(.noAnswer): ["reason": "no-answer"]
        case .failed(.wrongLength): ["reason": "wrong-length"]
        case .failed(.malformed): ["reason": "malformed"]
        case .failed(.notRecorded): ["reason": "not-recorded"]
        case .textUndefined, .textCP874, .textControl, .textFull, .nameUndivided, .addressOrder, .addressLabels,
            .date, .dataVersion, .checkDigit, .category, .photoLength, .laserNumberFormat, .versionAssumed,
            .recordedInPart:
            nil
        }
    }

    /// Every kind, those with a number without it, by the name by which scripts know it.
    fileprivate static let byCode = Dictionary(grouping: every) { Warning($0, field: "").code }

    private static let every: [Warning.Kind] =
        [
            .textUndefined, .textCP874, .textControl, .textFull, .nameSlots(nil), .nameUndivided, .addressSlots(nil),
            .addressOrder, .addressLabels, .dataVersion, .checkDigit, .category, .photoLength, .laserNumberFormat,
            .versionAssumed, .recordedInPart, .failed(.noAnswer),
        ]
        + [
            .impossible, .lifelong, .oldYear(.yearMayBeLater), .oldYear(.monthsThatWereNot), .gregorian, .ahead,
            .tooOld, .afterIssue, .beforeIssue,
        ].map(Warning.Kind.date)
}

extension FieldFailure {
    /// What a warning's `detail` says of a failure; `nil` where it says nothing that is known.
    fileprivate init?(detail: JSONValue?) {
        if let status = detail?["status"]?.string.flatMap(Hex.decode), status.count == 2 {
            self = .refused(StatusWord(rawValue: UInt16(status[0]) << 8 | UInt16(status[1])))
            return
        }
        let plain: [FieldFailure] = [.noAnswer, .wrongLength, .malformed, .notRecorded]
        guard let failure = plain.first(where: { Warning.Kind.failed($0).detail == detail }) else { return nil }
        self = failure
    }
}
