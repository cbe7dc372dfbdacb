import SmartCard
import ThaiIDCard

/// Something that was done at a desk, without anything of a card: what a service's log is for.
struct DeskObservation: Observation {
    let text: Bilingual

    /// Tells whoever looks on.
    static func tell(_ text: @autoclosure () -> Bilingual) { Observer.current?(DeskObservation(text: text())) }
}
