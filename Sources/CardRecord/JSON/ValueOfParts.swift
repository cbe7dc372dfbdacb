package import ThaiIDCard

/// A value that has several parts in the record, by names that the compiler knows. The raw values of parts are
/// those of the record.
package protocol ValueOfParts: Sendable {
    associatedtype Part: RawRepresentable<String>, CaseIterable, Sendable
}

extension PersonName: ValueOfParts {
    package enum Part: String, CaseIterable, Sendable {
        case title, first, middle, last, full
    }
}

extension PartialDate: ValueOfParts {
    package enum Part: String, CaseIterable, Sendable {
        case raw, iso, year, month, day, precision
    }
}

extension Sex: ValueOfParts {
    package enum Part: String, CaseIterable, Sendable {
        case raw, value
    }
}

extension Address: ValueOfParts {
    /// What an address has in the record besides its slots.
    package enum Part: String, CaseIterable, Sendable {
        case full
    }
}

extension Photo: ValueOfParts {
    package enum Part: String, CaseIterable, Sendable {
        case type, width, height, bytes, sha256, base64
    }
}
