extension Unicode.Scalar {
    /// Whether a character could steer a terminal or reorder text: C0, DEL, C1, the line and
    /// paragraph separators, and Unicode's bidirectional controls.
    public var isUnsafeToShow: Bool {
        switch value {
        case 0x00...0x1F, 0x7F...0x9F, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
        default: false
        }
    }
}

extension String {
    /// The text with U+FFFD in the place of every character that is unsafe to show.
    public var safeToShow: String {
        guard unicodeScalars.contains(where: \.isUnsafeToShow) else { return self }
        var safe = String.UnicodeScalarView()
        safe.append(contentsOf: unicodeScalars.map { $0.isUnsafeToShow ? "\u{FFFD}" : $0 })
        return String(safe)
    }
}
