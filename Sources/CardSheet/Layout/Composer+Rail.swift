internal import CardPortrait
internal import CardRecord
internal import SheetRequest
internal import ThaiIDCard

extension Composer {
    /// Portrait, where the sheet comes from, and its number as a QR code.
    mutating func composeRail(_ rail: Rectangle) throws(SheetError) {
        let plans = content.origin.map { CellPlan($0, width: rail.width, self) }
        let height = plans.map(\.height).reduce(0, +)
        let face = faceFrame(rail, leaving: height * 0.8 + metrics.code + metrics.gap.upperBound)
        composeFace(face)
        var y = face.maxY + metrics.gap.upperBound * 0.6
        let code = Rectangle(x: rail.x, y: rail.maxY - metrics.code, width: metrics.code, height: metrics.code)
        let gap = min(max(0, (code.y - y - height) / Double(plans.count)), metrics.gap.lowerBound * 1.6)
        // Where the letters need more than there is, each part gives its share.
        let share = min(1, (code.y - y) / max(height, 1))
        for plan in plans {
            let height = plan.height * share
            compose(plan.scaled(by: share), Rectangle(x: rail.x, y: y, width: rail.width, height: height))
            y += height + gap
        }
        let qr = try QRCode(content.code)
        // Its ink, not its quiet zone, stands in line with the rest.
        let quiet = code.width / Double(qr.side) * Double(QRCode.quietZone)
        layout.code = (
            Rectangle(x: code.x - quiet, y: min(y, code.y), width: code.width, height: code.height), qr
        )
    }

    /// The portrait's place, smaller where the head and the foot of a small sheet are long.
    private func faceFrame(_ rail: Rectangle, leaving rest: Double) -> Rectangle {
        let scale = min(1, max(0.6, (rail.height - rest) / metrics.portrait.height))
        return Rectangle(
            x: rail.x, y: rail.y, width: metrics.portrait.width * scale, height: metrics.portrait.height * scale)
    }

    private mutating func composeFace(_ frame: Rectangle) {
        do throws(PortraitAbsence) {
            guard content.options.sections.contains(.photo) else { throw .notWanted }
            let portrait = try Portrait(content.record.record.card.photo)
            layout.face = SheetLayout.Face(
                frame: frame.fitting(width: portrait.width, height: portrait.height), portrait: portrait)
        } catch {
            layout.face = SheetLayout.Face(frame: frame, absence: error)
            var style = metrics.label
            style.alignment = .centre
            place(
                "portrait", content.language.text(SheetWords.reason(error)), style, in: frame.inset(6, 6), centred: true
            )
        }
    }
}
