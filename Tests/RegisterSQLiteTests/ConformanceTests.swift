import RegisterSQLite
import RegisterStoreConformance
import TestSupport
import Testing

@Suite struct ConformanceTests {
    @Test(arguments: StoreCase.all) func does(_ item: StoreCase) throws {
        let place = try StorePlace()
        let store = try place.make()
        defer { store.close() }
        try item.run(store)
        #expect(try store.findings().filter { if case .broken = $0 { true } else { false } } == [])
    }
}
