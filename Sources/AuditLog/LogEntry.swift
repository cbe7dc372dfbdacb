/// What somebody did to the register, or with what it holds: nobody's name, and no digit of a citizen ID.
package struct LogEntry: Hashable, Sendable {
    /// Microseconds since 1970 (UTC).
    package let at: Int64
    /// The account of the machine that asked.
    package let account: String
    /// The keyed hash of the card with which an officer began a shift.
    package let officer: String?
    package let role: String
    package let act: String
    package let purpose: String?
    /// The number of the case.
    package let reference: String?
    /// The keyed hash of the citizen ID whose record it is.
    package let subject: String?
    /// The keys of the fields that were released.
    package let fields: [String]?
    /// How many people or rows.
    package let count: Int?
    /// `ok`, or the code of an error.
    package let result: String
    /// The number of the sheet or export that came of it.
    package let sheet: String?
    /// SHA-256 of what left the register, in hexadecimal digits.
    package let digest: String?

    package init(
        at: Int64, account: String, officer: String? = nil, role: String, act: String, purpose: String? = nil,
        reference: String? = nil, subject: String? = nil, fields: [String]? = nil, count: Int? = nil,
        result: String = "ok", sheet: String? = nil, digest: String? = nil
    ) {
        (self.at, self.account, self.officer, self.role, self.act) = (at, account, officer, role, act)
        (self.purpose, self.reference, self.subject, self.fields) = (purpose, reference, subject, fields)
        (self.count, self.result, self.sheet, self.digest) = (count, result, sheet, digest)
    }
}
