import ThaiIDCard

/// What can be settled. This is the one place that lists it: what a file may say, what is shown and checked,
/// and the example that comes with the tool all follow from it.
package enum SettingKey: String, CaseIterable, Sendable {
    case purpose
    case `operator`
    case issuerBlock = "issuer-block"
    case log
    case logKey = "log-key"
    case paper
    case font
    case preset
    case reader
    case sheet
    case print
    case save
    case format
    case append
    case exec
    case register
    case notify
    case beep
    case oncePer = "once-per"
    case requireValid = "require-valid"
    case clearAfter = "clear-after"
    case fields
    case mask
    case noPhoto = "no-photo"
    case chip
    case health
    case lang
    case timeout
    case store
    case personKeys = "person-keys"
    case keyFile = "key-file"
    case credential
    case socket
    case backupPeople = "backup-people"
    case backupPersonKeys = "backup-person-keys"

    /// What its value is.
    package var type: SettingType {
        switch self {
        case .purpose, .operator, .font, .register, .credential: .text
        case .issuerBlock, .log, .logKey, .save, .exec, .store, .personKeys, .keyFile, .socket, .backupPeople,
            .backupPersonKeys:
            .path
        case .paper: .choice(["a4", "a5", "letter"])
        case .preset: .choice(["hotel", "clinic", "school", "bank", "municipality"])
        case .reader: .textOrNumber
        case .print: .textOrFlag
        case .format: .choices(Self.formats)
        case .append: .paths
        case .sheet, .notify, .beep, .requireValid, .mask, .noPhoto, .chip, .health: .flag
        case .oncePer, .clearAfter: .duration
        case .fields: .choices(Field.all.map(\.key) + ["chip", "health"])
        case .lang: .choice(["th", "en", "both"])
        case .timeout: .number(1...3_600)
        }
    }

    /// A value that it can have, as a file has it.
    package var example: String {
        switch self {
        case .purpose: #""สมัครสมาชิกห้องสมุด""#
        case .operator: #""โต๊ะ 2""#
        case .issuerBlock: #""issuer.txt""#
        case .log: #""/var/log/thaiid/sheets""#
        case .logKey: #""log.key""#
        case .paper: #""a5""#
        case .font: #""Garuda""#
        case .preset: #""hotel""#
        case .reader: #""ACR39U""#
        case .print: #""office""#
        case .save: #""/srv/visits""#
        case .format: #"["json", "xlsx"]"#
        case .append: #"["/srv/visits/visits-{date}.csv"]"#
        case .exec: #""/usr/local/bin/hand-over""#
        case .register: #""visit""#
        case .oncePer: #""10m""#
        case .clearAfter: #""60s""#
        case .fields: #"["citizenID", "nameThai"]"#
        case .sheet, .notify, .beep, .requireValid, .mask, .noPhoto, .chip, .health: "true"
        case .lang: #""th""#
        case .timeout: "30"
        case .store: #""/var/lib/thaiid/register""#
        case .personKeys: #""/var/lib/thaiid/keys/keys.sqlite""#
        case .keyFile: #""/etc/thaiid/register.key""#
        case .credential: #""register.key""#
        case .socket: #""/run/thaiid/register.sock""#
        case .backupPeople: #""/srv/backup/people""#
        case .backupPersonKeys: #""/media/office/person-keys""#
        }
    }

    /// One that it can have in `[register]`.
    package var exampleForRegister: String { self == .purpose ? Self.register.example : example }

    /// Whether it may stand in `[register]`.
    package var isOfRegister: Bool { RegisterSettings.members[self] != nil }

    /// Whether it may stand in a desk's section: all but those that are the register's alone.
    package var isOfDesk: Bool { !isOfRegister || isOfSheet }

    /// Whether it may stand in `[sheet]`, and in the environment.
    package var isOfSheet: Bool {
        switch self {
        case .purpose, .operator, .issuerBlock, .log, .logKey, .paper, .font, .preset: true
        default: false
        }
    }

    /// The variable of the environment that settles it: `THAIID_ISSUER_BLOCK`.
    package var variable: String? {
        isOfSheet ? "THAIID_" + rawValue.uppercased().split(separator: "-").joined(separator: "_") : nil
    }

    /// The names of all formats in which records leave.
    private static let formats = [
        "text", "json", "ndjson", "csv", "tsv", "photo", "vcard", "fhir", "person43", "hotel-rr4", "nhso-card-only",
        "moph", "medhis", "medhis-ce", "go-smc", "xlsx", "hotel-rr3",
    ]
}

/// What the value of a setting is.
package enum SettingType: Hashable, Sendable {
    /// A line of text.
    case text
    /// The name of a file or folder, relative to the folder of the file that it stands in.
    case path
    /// Several of them.
    case paths
    /// One of these.
    case choice([String])
    /// Some of these.
    case choices([String])
    case flag
    /// A whole number, from the least to the most.
    case number(ClosedRange<Int>)
    /// A line of text, or a whole number that stands for one.
    case textOrNumber
    /// A line of text, or yes or no.
    case textOrFlag
    /// A span of time, such as `90s`, `10m` or `8h`.
    case duration
}
