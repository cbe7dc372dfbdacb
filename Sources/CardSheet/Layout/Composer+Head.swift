internal import CardPortrait
internal import SheetRequest
internal import ThaiIDCard

extension Composer {
    /// Issuer's lines, title, and a heavy rule; returns where the body begins.
    mutating func composeHead(_ area: Rectangle) -> Double {
        var y = area.y
        if let issuer = content.options.issuer {
            y = placeLine("issuer.name", issuer.lines[0], bold(metrics.small), area, y)
            let rest = issuer.lines.dropFirst().joined(separator: Self.between)
            let style = metrics.subtitle.keepingWhole(between: Self.between)
            if !rest.isEmpty { y = placeLine("issuer.address", rest, style, area, y, lines: 2) }
        }
        if y > area.y { y += metrics.gap.lowerBound }
        y = placeLine("title", SheetWords.title[content.language.main], metrics.title, area, y)
        if content.language == .both {
            y = placeLine("subtitle", SheetWords.title.english, metrics.subtitle, area, y)
        }
        y += metrics.gap.lowerBound
        rule(from: (area.x, y), to: (area.maxX, y), width: 1.6)
        return y + metrics.gap.upperBound * 0.65
    }

    private mutating func placeLine(
        _ name: String, _ text: String, _ style: TextStyle, _ area: Rectangle, _ y: Double, lines: Int = 1
    ) -> Double {
        let height = height(text, style, width: area.width, lines: lines)
        place(name, text, style, in: Rectangle(x: area.x, y: y, width: area.width, height: height))
        return y + height
    }

    /// What stands between the issuer's lines.
    private static let between = " · "

    func bold(_ style: TextStyle) -> TextStyle {
        var style = style
        style.isBold = true
        return style
    }
}
