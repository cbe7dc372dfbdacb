import Testing

@testable import CardSheet

/// Two lines across the data, in a rectangle of any shape.
@Suite struct StrikeTests {
    @Test(arguments: [(350.0, 330.0), (240, 240), (350, 60), (60, 350), (350, 12)])
    func linesStayInTheirRectangle(_ width: Double, _ height: Double) {
        let region = Rectangle(x: 100, y: 50, width: width, height: height)
        for point in Strike(in: region, distance: 44).lines.flatMap({ [$0.from, $0.to] }) {
            #expect(region.contains(Rectangle(x: point.x, y: point.y, width: 0, height: 0)))
        }
    }

    @Test func linesRunUpwardsAcrossMostOfTheData() throws {
        let region = Rectangle(x: 0, y: 0, width: 350, height: 330)
        for line in Strike(in: region, distance: 44).lines {
            #expect(line.from.y > line.to.y)
            #expect(line.to.x - line.from.x > region.width * 0.8)
        }
    }
}
