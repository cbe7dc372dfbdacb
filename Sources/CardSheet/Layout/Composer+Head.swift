internal import ThaiIDCard

extension Composer {
    /// Issuer's lines, title, and a heavy rule; returns where the body begins.
    mutating func composeHead(_ area: Rectangle) -> Double {
        var y = area.y
        for (index, line) in (content.options.issuer?.lines ?? []).enumerated() {
            let style = index == 0 ? bold(metrics.small) : metrics.subtitle
            y = placeLine("issuerBlock.\(index)", line, style, area, y)
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
        _ name: String, _ text: String, _ style: TextStyle, _ area: Rectangle, _ y: Double
    ) -> Double {
        let height = typesetter.lineHeight(style)
        place(name, text, style, in: Rectangle(x: area.x, y: y, width: area.width, height: height))
        return y + height
    }

    func bold(_ style: TextStyle) -> TextStyle {
        var style = style
        style.isBold = true
        return style
    }
}
