public import PCSC
internal import SmartCard
internal import ThaiIDCard

extension Cards {
    /// The attached readers and what is in them; the number by which a `ReaderChoice` may ask for one is its place
    /// in this list, from 1.
    public func readers() async throws(CardSourceError) -> [ReaderState] {
        do throws(PCSCError) { return try await service.readers() } catch { throw CardSourceError(.service(error)) }
    }

    /// The same, within a time; none where the service does not answer by then, or not at all.
    package func readers(within limit: Duration) async -> [ReaderState] {
        (try? await service.readers(timeout: limit)) ?? []
    }

    /// Looks at the service from outside, for a diagnosis.
    package func probeService() async -> ServiceProbe { await service.probe() }

    /// The reader among these whose card is meant.
    package func reader(
        among states: [ReaderState], within timeLimit: Duration
    ) async throws(CardSourceError) -> ReaderState {
        let time = ReadingTime(limit: timeLimit)
        do throws(CardSourceError.Cause) {
            return try await CardSearch(service, within: time, decorating: decorate, ForeignCards()).slot(among: states)
        } catch {
            throw CardSourceError(error)
        }
    }

    /// Asks the card in a reader whether it is a Thai ID card.
    package func probeCard(in reader: String, within timeLimit: Duration) async throws(CardSourceError) {
        do {
            try await service.withCard(in: reader, timeout: timeLimit) { [decorate] channel in
                try CardReader.probe(decorate(channel))
            }
        } catch {
            throw CardSourceError(CardSourceError.Cause(error, timeLimit: timeLimit), reader: reader)
        }
    }
}
