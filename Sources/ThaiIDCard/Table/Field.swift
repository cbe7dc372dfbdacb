/// One row of the table: everything that is known of one field of the card.
///
/// Reading, decoding, exporting and encoding walk the table; none of them names a field.
public struct Field: Sendable {
    /// Where a field stands in the record.
    public enum Group: String, Hashable, Sendable, CaseIterable {
        /// The holder's data.
        case card
        /// Numbers of the plastic and the chip.
        case chip
        /// The health office's snapshot.
        case health

        /// What people call it.
        public var label: Bilingual {
            switch self {
            case .card: Bilingual("ข้อมูลบัตร", "Card")
            case .chip: Bilingual("เลขหลังบัตรและหมายเลขชิป", "Numbers of card and chip")
            case .health: Bilingual("สิทธิประกันสุขภาพ", "Health entitlement")
            }
        }
    }

    /// How carefully a value is to be handled.
    public enum Sensitivity: Hashable, Sendable {
        /// Says nothing of the holder.
        case technical
        /// Personal data.
        case personal
        /// A number that identifies a person; `--mask` hides all but its last digits.
        case identifier
        /// May be data that the law guards specially: read only when asked for by name.
        case guarded
    }

    /// The field's name within its group.
    public let name: String
    /// The part of the record that holds the field.
    public let group: Group
    /// The name by which scripts ask for the field: `citizenID`, `chip.laserNumber`.
    public let key: String
    /// The field as one of dates, where it is one.
    package let dateHandle: Handle<PartialDate>?
    /// What people call it.
    public let label: Bilingual
    /// Which applet holds it.
    public let applet: Applet
    /// Which of the applet's bytes it takes.
    public let span: Range<Int>
    /// Which kind of values it holds.
    public let kind: FieldValue.Kind
    /// How carefully it is to be handled.
    public let sensitivity: Sensitivity
    /// Whether it is read after everything else.
    public let isDeferred: Bool

    private let exampleBytes: @Sendable () -> [[UInt8]]
    private let extent: (@Sendable (ArraySlice<UInt8>, Int) -> Int)?
    private let spareHead: Int
    private let load: @Sendable (ArraySlice<UInt8>, inout IDCard) -> [Warning.Kind]
    private let fail: @Sendable (FieldFailure, inout IDCard) -> Void
    private let blank: @Sendable (inout IDCard) -> Void
    private let encode: @Sendable (IDCard) -> FieldState<[UInt8]?>
    private let get: @Sendable (IDCard) -> FieldState<FieldValue>
    private let set: @Sendable (FieldValue, inout IDCard) -> [Warning.Kind]?
    private let doubt: @Sendable (inout IDCard) -> Void
    private let forget: @Sendable (inout IDCard) -> Void

    /// Adds a row. The value's type is forgotten here and nowhere else.
    init<Value: Sendable>(
        _ handle: Handle<Value>, _ label: Bilingual, _ applet: Applet, at offset: Int, count: Int,
        _ codec: Codec<Value>, _ sensitivity: Sensitivity = .personal, isDeferred: Bool = false,
        examples: @autoclosure @escaping @Sendable () -> [[UInt8]?]
    ) {
        name = handle.name
        group = handle.group
        key = handle.key
        dateHandle = handle as? Handle<PartialDate>
        let path = handle.path
        self.label = label
        self.applet = applet
        self.span = offset..<(offset + count)
        self.kind = FieldValue.Kind(of: Value.self)
        self.sensitivity = sensitivity
        self.isDeferred = isDeferred
        exampleBytes = { examples().compactMap { $0 } }
        extent = codec.extent
        spareHead = codec.spareHead
        load = { bytes, card in
            let decoded = codec.read(bytes)
            card[keyPath: path] = decoded.state
            if case .failed(let failure) = decoded.state { return decoded.oddities + [.failed(failure)] }
            return decoded.oddities
        }
        fail = { failure, card in card[keyPath: path] = .failed(failure) }
        blank = { card in card[keyPath: path] = .blank }
        encode = { card in card[keyPath: path].map(codec.encode) }
        get = { card in card[keyPath: path].map(codec.wrap) }
        set = { value, card in
            guard let own = codec.unwrap(value) else { return nil }
            let decoded = codec.encode(own).map { codec.read(Self.padded($0, to: count)[...]) }
            card[keyPath: path] = decoded?.state ?? .value(own)
            return decoded?.oddities ?? []
        }
        doubt = { card in
            if case .value(let value) = card[keyPath: path] { card[keyPath: path] = .partial(value) }
        }
        forget = { card in card[keyPath: path] = .notRead }
    }
}

extension Field {
    /// Which of the applet's bytes must be known before the field can be decoded, judged by those
    /// that are known already.
    package func neededSpan(in bytes: SparseBytes) -> Range<Int> {
        guard let extent else { return span }
        let needed = extent(bytes.prefix(of: span), span.count)
        return span.lowerBound..<(span.lowerBound + min(max(needed, 0), span.count))
    }

    /// What the field says on a card.
    public func state(in card: IDCard) -> FieldState<FieldValue> { get(card) }

    /// Puts a value into a card; `false` where it is of a kind that this field does not hold.
    public func put(_ value: FieldValue, into card: inout IDCard) -> Bool { set(value, &card) != nil }

    /// Puts a value into a card whose warnings are there already, and adds those that it lacks: of an
    /// oddity that the value does not show by itself.
    public func putNotingOddities(_ value: FieldValue, into card: inout IDCard) -> Bool {
        guard let oddities = set(value, &card) else { return false }
        card.warnings += oddities.filter(\.isHidden).map { Warning($0, field: key) }
            .filter { !card.warnings.contains($0) }
        return true
    }

    /// Notes on a card that the field's value leaves something open.
    public func putDoubt(into card: inout IDCard) { doubt(&card) }

    /// Leaves the field blank on a card.
    public func putBlank(into card: inout IDCard) { blank(&card) }

    /// Takes from a card what the field says.
    package func forget(in card: inout IDCard) { forget(&card) }

    /// Notes on a card that the field could not be had.
    public func putFailure(_ failure: FieldFailure, into card: inout IDCard) { fail(failure, &card) }

    /// Decodes the field out of an image, or notes why that cannot be.
    public func load(from image: CardImage, into card: inout IDCard) {
        if image.absent.contains(applet) {
            blank(&card)
            card.absentApplets.insert(applet)
        } else if let bytes = image[applet][neededSpan(in: image[applet])] {
            card.warnings += load(bytes, &card).map { Warning($0, field: key) }
        } else if let remnant = remnant(in: image[applet]) {
            // Of a length word that nobody recorded nothing is odd, and whether a part is cut is known.
            let oddities = load(remnant.bytes, &card).filter { $0 != .photoLength && $0 != .textFull }
            if remnant.isCut { putDoubt(into: &card) }
            card.warnings += (oddities + (remnant.isCut ? [.recordedInPart] : [])).map { Warning($0, field: key) }
        } else if let failure = image.failures[applet] {
            fail(failure, &card)
            card.warnings.append(Warning(.failed(failure), field: key))
        }
    }

    /// What there is of a field of which a recording lacks bytes, and whether it may be less than the
    /// card says; `nil` where it says nothing.
    ///
    /// Many programs take an address for shorter than it is: it is whole where at least two blanks end
    /// what they read. Few read the photo's length word; the file's end marker does as well. Of anything
    /// else a part would mislead.
    package func remnant(in bytes: SparseBytes) -> (bytes: ArraySlice<UInt8>, isCut: Bool)? {
        if spareHead > 0, let extent {
            let body = (span.lowerBound + spareHead)..<span.upperBound
            let known = bytes.prefix(of: body)
            guard !known.isEmpty, bytes[span.lowerBound..<body.lowerBound] == nil else { return nil }
            let whole = [UInt8](repeating: 0, count: spareHead) + known
            return extent(whole[...], span.count) <= whole.count ? (whole[...], false) : nil
        }
        let beginning = bytes.prefix(of: span)
        guard kind == .name || kind == .address, !beginning.isEmpty else { return nil }
        return (beginning, Padding.trimmed(beginning).count + 2 > beginning.count)
    }

    /// Encodes the field into an image, padded to its width with spaces. Of one that no recording holds
    /// the image has nothing.
    ///
    /// - Throws: `EncodingError` where the card has no bytes for the value, or not enough of them, and
    ///   where the field failed: what a card refused is not blank.
    public func store(from card: IDCard, into image: inout CardImage) throws(EncodingError) {
        let state = encode(card)
        switch state {
        case .failed(.notRecorded): return
        case .value(nil), .partial(nil), .failed: throw EncodingError(field: key)
        default: break
        }
        let bytes = (state.value ?? nil) ?? []
        guard bytes.count <= span.count else { throw EncodingError(field: key) }
        image[applet].write(Self.padded(bytes, to: span.count), at: span.lowerBound)
    }

    /// Invented contents of the field, padded to its width: one at least for every field.
    public var examples: [[UInt8]] {
        exampleBytes().map { Self.padded($0, to: span.count) }
    }

    /// Bytes filled up with spaces to a width, where they do not take all of it.
    private static func padded(_ bytes: [UInt8], to count: Int) -> [UInt8] {
        bytes + [UInt8](repeating: 0x20, count: max(0, count - bytes.count))
    }
}

/// What cannot be put on a card: a character that it lacks, too many bytes, or a field that failed.
public struct EncodingError: Error, Hashable, Sendable {
    /// Key of the field.
    public let field: String
}
