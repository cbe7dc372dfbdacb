internal import SmartCard
internal import ThaiIDCard

/// What no value of a field can say, and only bytes can.
extension CardImage {
    /// Makes the bytes as odd as they are to be.
    mutating func apply(_ oddities: Set<Oddity>, _ lots: inout SplitMix64) {
        if oddities.contains(.wrongPhotoLength) { spoilPhotoLength(lots.below(3)) }
        if oddities.contains(.codePage874) { replace(in: Field.address, first: 0x20, with: 0xA0) }
        if oddities.contains(.undefinedByte) { replaceLetter(of: Field.issuer, with: 0xDB) }
        if oddities.contains(.controlBytes) {
            replaceLetter(of: Field.nameEnglish, with: 0x1B)
            replaceLetter(of: Field.address, with: 0x07)
        }
        if oddities.contains(.nulPadding) { padWithNULs() }
        if !oddities.isDisjoint(with: [.noLaserNumber, .refusedChip, .oldATR]) { bytes[.cardStock] = nil }
        if oddities.contains(.refusedChip) {
            failures[.cardStock] = .refused(StatusWord(rawValue: 0x6F00))
        } else if !oddities.isDisjoint(with: [.noLaserNumber, .oldATR]) {
            absent.insert(.cardStock)
        }
        if !oddities.isDisjoint(with: [.refusedChip, .oldATR]) {
            bytes[.cardManager] = nil
            absent.insert(.cardManager)
        }
    }

    /// Fills the laser number up with NULs, as real cards do.
    mutating func padLaserNumber() { pad(where: { $0.applet == .cardStock }) }

    private mutating func padWithNULs() { pad(where: { $0.applet == .storage || $0.applet == .health }) }

    private mutating func pad(where isMeant: (Field) -> Bool) {
        for field in Field.all where isMeant(field) {
            guard let known = self[field.applet][field.span] else { continue }
            let count = known.reversed().prefix { $0 == 0x20 }.count
            self[field.applet].write([UInt8](repeating: 0, count: count), at: field.span.upperBound - count)
        }
    }

    /// States a length that no reader may believe, where there is a photo.
    private mutating func spoilPhotoLength(_ way: Int) {
        let span = Field.photo.row.span
        guard let known = self[.storage][span], known[span.lowerBound + 2] == 0xFF else { return }
        let right = Int(known[span.lowerBound]) << 8 | Int(known[span.lowerBound + 1])
        let wrong = [0, 0xFFFF, right - 97][way]
        self[.storage].write([UInt8(wrong >> 8), UInt8(wrong & 0xFF)], at: span.lowerBound)
    }

    private mutating func replace<Value>(in handle: Field.Handle<Value>, first old: UInt8, with new: UInt8) {
        let field = handle.row
        guard let known = self[field.applet][field.span] else { return }
        let end = known.lastIndex { $0 != 0x20 } ?? known.startIndex
        guard let place = known[..<end].firstIndex(of: old) else { return }
        self[field.applet].write([new], at: place)
    }

    /// Puts a byte in the place of the last letter but one of a text.
    private mutating func replaceLetter<Value>(of handle: Field.Handle<Value>, with new: UInt8) {
        let field = handle.row
        guard let known = self[field.applet][field.span] else { return }
        guard let last = known.lastIndex(where: { $0 != 0x20 && $0 != UInt8(ascii: "#") }) else { return }
        self[field.applet].write([new], at: last - 1)
    }
}
