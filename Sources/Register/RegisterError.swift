package import CardRecord
internal import RecordSeal
internal import RegisterStore

/// Why the register does not do what it was asked. It travels from the register to whoever asked: a word and what
/// belongs into the sentence, which the command makes of it.
package struct RegisterError: Error, Hashable, Sendable {
    /// What is in the way. The raw values are those of its JSON.
    package enum Problem: String, CaseIterable, Sendable {
        case noStore = "no-store"
        case storeExists = "store-exists"
        case newerStore = "newer-store"
        case damagedStore = "damaged-store"
        case networkStore = "network-store"
        case busyStore = "busy-store"
        case otherStore = "other-store"
        case noServer = "no-server"
        case full
        case readOnly = "read-only"
        case failed
        case unknownAccount = "unknown-account"
        case role
        case purposeNotAllowed = "purpose-not-allowed"
        case outsideHours = "outside-hours"
        case quotaUsed = "quota-used"
        case accountEnded = "account-ended"
        case fieldNotAllowed = "field-not-allowed"
        case needsApproval = "needs-approval"
        case ownApproval = "own-approval"
        case personNotFound = "person-not-found"
        case entryNotFound = "entry-not-found"
        case keptApart = "kept-apart"
        case erasedSince = "erased-since"
        case alreadyThere = "already-there"
        case lastSuper = "last-super"
        case keyMissing = "key-missing"
        case keyWrong = "key-wrong"
        case keyOpenToAll = "key-open-to-all"
        case personKeyMissing = "person-key-missing"
        case boxDamaged = "box-damaged"
        case logBroken = "log-broken"
        case logNotWritten = "log-not-written"
        case purposeMissing = "purpose-missing"
        case purposeUnknown = "purpose-unknown"
        case referenceMissing = "reference-missing"
        case badArgument = "bad-argument"
        case badRecord = "bad-record"
        case tooLarge = "too-large"
        case notHere = "not-here"
    }

    package let problem: Problem
    /// What the sentence names: paths, numbers, codes; never a person.
    package let detail: [String]

    package init(_ problem: Problem, _ detail: String...) { (self.problem, self.detail) = (problem, detail) }

    private init(_ problem: Problem, detail: [String]) { (self.problem, self.detail) = (problem, detail) }

    /// The contract's row for it.
    package var kind: FailureKind {
        switch problem {
        case .noStore, .newerStore, .damagedStore, .networkStore, .busyStore, .otherStore, .noServer: .noRegister
        case .full, .readOnly, .failed: .write
        case .unknownAccount, .role, .purposeNotAllowed, .outsideHours, .quotaUsed, .accountEnded, .fieldNotAllowed:
            .notAllowed
        case .needsApproval, .ownApproval: .needsApproval
        case .personNotFound, .entryNotFound: .notFound
        case .keptApart, .erasedSince, .alreadyThere, .lastSuper: .conflict
        case .keyMissing, .keyWrong, .keyOpenToAll, .personKeyMissing, .boxDamaged: .key
        case .logBroken, .logNotWritten: .logBroken
        case .purposeMissing, .purposeUnknown, .referenceMissing, .notHere, .storeExists: .refused
        case .badArgument: .usage
        case .badRecord: .recording
        case .tooLarge: .limit
        }
    }

    /// As it travels.
    package var json: JSONValue {
        ["problem": .string(problem.rawValue), "detail": .array(detail.map(JSONValue.string))]
    }

    /// The way back; `nil` where it is none.
    package init?(json: JSONValue) {
        guard let problem = json["problem"]?.string.flatMap(Problem.init(rawValue:)),
            case .array(let values)? = json["detail"]
        else { return nil }
        self.init(problem, detail: values.compactMap(\.string))
    }
}

extension RegisterError {
    /// What a lower layer's error means here.
    package init(_ error: any Error) {
        switch error {
        case let error as RegisterError: self = error
        case let error as StoreError: self.init(store: error)
        case let error as SealError: self.init(seal: error)
        default: self.init(.failed, "\(type(of: error))")
        }
    }

    private init(store error: StoreError) {
        switch error {
        case .missing(let path): self.init(.noStore, path)
        case .exists(let path): self.init(.storeExists, path)
        case .newer(let found, let known): self.init(.newerStore, "\(found)", "\(known)")
        case .busy, .locked: self.init(.busyStore)
        case .full: self.init(.full)
        case .readOnly: self.init(.readOnly)
        case .networkFileSystem(let kind): self.init(.networkStore, kind)
        case .damaged(let reason): self.init(.damagedStore, reason)
        case .failed(let reason): self.init(.failed, reason)
        }
    }

    private init(seal error: SealError) {
        switch error {
        case .wrongKey: self.init(.keyWrong)
        case .damaged, .missing, .generation, .newer: self.init(.boxDamaged)
        }
    }
}
