/// A Thai national ID card, as far as it was read.
///
/// Every property mirrors one row of the field table; nothing here knows where it stands on the
/// card. The chip's data is not signed: a forged card passes.
public struct IDCard: Equatable, Sendable {
    /// Layout of the data; `0003` is the only one that is understood.
    public var dataVersion = FieldState<String>.notRead
    /// The 13 digits.
    public var citizenID = FieldState<CitizenID>.notRead
    /// Name in Thai.
    public var nameThai = FieldState<PersonName>.notRead
    /// Name in English.
    public var nameEnglish = FieldState<PersonName>.notRead
    /// Date of birth.
    public var birthDate = FieldState<PartialDate>.notRead
    /// Sex.
    public var sex = FieldState<Sex>.notRead
    /// Number of the request for this card; the part before `/` is what the card-status service wants.
    public var requestNumber = FieldState<String>.notRead
    /// Issuing office and its province.
    public var issuer = FieldState<String>.notRead
    /// The issuing officer's number, of the same shape as a citizen ID.
    public var issuerCode = FieldState<String>.notRead
    /// Date of issue.
    public var issueDate = FieldState<PartialDate>.notRead
    /// Last day of validity.
    public var expiryDate = FieldState<PartialDate>.notRead
    /// Two digits of unknown meaning: readers disagree whether they state a card type or a religion.
    public var unknownDigits = FieldState<String>.notRead
    /// Address on the day of issue.
    public var address = FieldState<Address>.notRead
    /// The number printed under the photo, grouped `0000-00-00000000`.
    public var underPhotoNumber = FieldState<String>.notRead
    /// The photo.
    public var photo = FieldState<Photo>.notRead
    /// Numbers of the plastic and the chip.
    public var chip = Chip()
    /// The health office's snapshot.
    public var health = Health()

    /// What was odd about the card's data.
    public var warnings: [Warning] = []
    /// Applets that the card does not have.
    public var absentApplets: Set<Applet> = []

    /// Numbers of the plastic and the chip, which say nothing of the holder.
    public struct Chip: Equatable, Sendable {
        /// Printed on the back, `AA0-0000000-00`.
        public var laserNumber = FieldState<String>.notRead
        /// Fabrication date, serial number and batch of the chip: 16 hex digits.
        public var serialNumber = FieldState<String>.notRead
    }

    /// What the health office last wrote to the card: often stale, never proof of an entitlement.
    public struct Health: Equatable, Sendable {
        /// Main entitlement.
        public var mainEntitlement = FieldState<String>.notRead
        /// Sub-entitlement.
        public var subEntitlement = FieldState<String>.notRead
        /// Main hospital.
        public var mainHospital = FieldState<String>.notRead
        /// Primary care unit.
        public var subHospital = FieldState<String>.notRead
        /// A digit whose table is not published.
        public var paidType = FieldState<String>.notRead
        /// Start of the entitlement.
        public var issueDate = FieldState<PartialDate>.notRead
        /// End of the entitlement.
        public var expiryDate = FieldState<PartialDate>.notRead
        /// When the card was last written.
        public var updateDate = FieldState<PartialDate>.notRead
        /// How often the hospital was changed.
        public var hospitalChanges = FieldState<String>.notRead
    }

    /// A card of which nothing is known.
    public init() {}
}

extension IDCard: CustomStringConvertible, CustomReflectable {
    /// Nothing of the holder, so that a log line that prints a card gives nothing away.
    public var description: String { "IDCard(\(citizenID.value?.masked ?? "unread"))" }
    /// As guarded as `description`.
    public var customMirror: Mirror { Mirror(self, children: ["card": description]) }
}
