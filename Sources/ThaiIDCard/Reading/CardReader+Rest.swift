/// What no field needs.
extension CardReader {
    /// Reads what is left of an applet's bytes, where that was asked for and as far as the card gives it.
    mutating func readRest(of applet: Applet) throws(CardError) {
        guard request.depth == .everything else { return }
        for gap in image[applet].known.missing(in: 0..<applet.furthestEnd) {
            do throws(CardError) {
                let bytes = try recovering(.rest) { session throws(CardError) in
                    // After an interruption the storage applet is selected.
                    if applet.isOptional { _ = try session.select(applet) }
                    return try session.readOn(within: gap)
                }
                image[applet].write(bytes, at: gap.lowerBound)
            } catch {
                _ = try failure(for: error, .rest)
            }
        }
    }
}

extension CardSession {
    /// Reads a span from its start on, until the card refuses or gives another length than was asked for.
    fileprivate func readOn(within span: Range<Int>) throws(CardError) -> [UInt8] {
        var bytes: [UInt8] = []
        while bytes.count < span.count {
            let start = span.lowerBound + bytes.count
            do throws(CardError) {
                bytes += try read(start..<min(start + ReadCommand.longest, span.upperBound))
            } catch .refused {
                break
            } catch .wrongLength {
                break
            }
        }
        return bytes
    }
}
