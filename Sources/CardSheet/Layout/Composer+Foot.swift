internal import CardPortrait
internal import SheetRequest
internal import ThaiIDCard

extension Composer {
    /// The parts below the data: their tops, and their text where that is needed again.
    struct Foot {
        let top: Double
        let notices: (text: String, frame: Rectangle)?
        let purpose: Rectangle
        let signatures: Rectangle
        let disclaimer: Rectangle
    }

    /// Reckons the foot from the bottom of the page upwards.
    func planFoot(_ area: Rectangle) -> Foot {
        func above(_ y: Double, _ height: Double) -> Rectangle {
            Rectangle(x: area.x, y: y - height, width: area.width, height: height)
        }
        let lines = content.language == .both ? 2.0 : 1.0
        let disclaimer = above(area.maxY, typesetter.lineHeight(metrics.foot) * lines)
        let signatures = above(disclaimer.y - spaced, metrics.signature)
        let fenced = content.options.purpose.fenced(content.language)
        let inner = area.width - 2 * padding
        let purpose = above(
            signatures.y - spaced,
            typesetter.lineHeight(metrics.label) + height(fenced, metrics.purpose, width: inner, lines: 3) + 2 * padding
        )
        let text = noticeText
        guard !text.isEmpty else {
            return Foot(
                top: purpose.y - metrics.gap.lowerBound, notices: nil, purpose: purpose, signatures: signatures,
                disclaimer: disclaimer)
        }
        let notices = above(
            purpose.y - spaced, height(text, metrics.note, width: inner, lines: 5) + padding)
        return Foot(
            top: notices.y - metrics.gap.lowerBound, notices: (text, notices), purpose: purpose, signatures: signatures,
            disclaimer: disclaimer)
    }

    /// Puts the foot in place.
    mutating func composeFoot(_ foot: Foot, _ area: Rectangle) {
        if let notices = foot.notices {
            rule(
                from: (notices.frame.x, notices.frame.y), to: (notices.frame.x, notices.frame.maxY), width: 2.4)
            place("notices", notices.text, bold(metrics.note), in: notices.frame.inset(padding, padding / 2))
        }
        composePurpose(foot.purpose)
        composeSignatures(content.signers, in: foot.signatures)
        composeDisclaimer(foot.disclaimer)
    }

    private var spaced: Double { metrics.gap.lowerBound * 3 }
    private var padding: Double { metrics.gap.lowerBound * 2 }

    private var noticeText: String {
        content.notices.map { "! " + content.language.text($0) }.joined(separator: "\n")
    }

    private mutating func composePurpose(_ frame: Rectangle) {
        layout.frames.append((frame, 1.1))
        var place = frame.inset(padding, padding)
        let label = typesetter.lineHeight(metrics.label)
        self.place(
            "purpose.label", content.language.text(SheetWords.purpose), metrics.label,
            in: Rectangle(x: place.x, y: place.y, width: place.width, height: label))
        place.y += label
        place.height -= label
        self.place("purpose", content.options.purpose.fenced(content.language), metrics.purpose, in: place)
    }

    private mutating func composeDisclaimer(_ frame: Rectangle) {
        let page = frame.width * (content.language == .both ? 0.2 : 0.13)
        var right = metrics.foot
        right.alignment = .right
        let text =
            content.language == .both
            ? "\(SheetWords.disclaimer.thai)\n\(SheetWords.disclaimer.english)"
            : SheetWords.disclaimer[content.language.main]
        place(
            "disclaimer", text, metrics.foot,
            in: Rectangle(x: frame.x, y: frame.y, width: frame.width - page, height: frame.height))
        place(
            "page", content.language.text(SheetWords.page), right,
            in: Rectangle(x: frame.maxX - page, y: frame.y, width: page, height: frame.height))
    }
}
