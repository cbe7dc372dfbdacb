import ThaiIDCard
import VirtualCard

extension SampleCard {
    /// The sample's bytes.
    static func image() throws(ToolError) -> CardImage {
        do throws(EncodingError) { return try card.image() } catch { throw .internal("sample \(error.field)") }
    }
}
