internal import CardPortrait
internal import CardRecord

extension SheetLayout {
    /// The layout for programs that check it, in hundredths of a point. It holds no text.
    var report: JSONValue {
        .object([
            .init(.sheetLayout), .init(name: "unit", value: "1/100 pt"),
            .init(name: "page", value: [.init(page.width), .init(page.height)]),
            .init(name: "portrait", value: face.map { .init($0.frame) } ?? .null),
            .init(name: "code", value: code.map { .init($0.frame) } ?? .null),
            .init(name: "strike", value: strike.map(Self.report) ?? .null),
            .init(name: "frames", value: .array(frames.map { .init($0.frame) })),
            .init(name: "boxes", value: .array(boxes.map(Self.report))),
        ])
    }

    private static func report(_ box: TextBox) -> JSONValue {
        [
            "name": .string(box.name), "frame": .init(box.frame), "logical": .init(box.logical),
            "ink": .init(box.ink), "size": .init(box.text.size), "lines": .integer(box.text.lineCount),
            "cut": .bool(box.text.isCut),
        ]
    }

    private static func report(_ strike: Strike) -> JSONValue {
        [
            "region": .init(strike.region),
            "lines": .array(
                strike.lines.map { [.init($0.from.x), .init($0.from.y), .init($0.to.x), .init($0.to.y)] }),
            "ink": .array(strike.inkCorners.map { [.init($0.x), .init($0.y)] }),
            "cut": .bool(strike.text?.isCut ?? false),
        ]
    }
}

extension JSONValue {
    fileprivate init(_ points: Double) { self = .integer(Int((points * 100).rounded())) }

    /// Left, top, width, height.
    fileprivate init(_ rectangle: Rectangle) {
        self = [.init(rectangle.x), .init(rectangle.y), .init(rectangle.width), .init(rectangle.height)]
    }
}
