import ArgumentParser
import CardRecord
import Register
import RegisterModel
import ThaiIDCard

/// Whose past is told, what for, and how openly.
struct PastOptions: ParsableArguments {
    @ArgumentParser.Flag(help: "Show numbers whole, where your role may.")
    var unmask = false

    @OptionGroup var person: PersonOptions
    @OptionGroup var purpose: PurposeOptions
    @OptionGroup var store: StoreOptions

    /// Asks for it, and tells it.
    func ask(_ act: Act, telling words: (JSONValue, Language) -> [String]) throws {
        let purpose = try self.purpose.needed(store)
        let request = Request(
            act, purpose: purpose.purpose, reference: purpose.reference, desk: purpose.desk, ["unmask": .bool(unmask)])
        try store.ask(person.asked(request), telling: words)
    }
}
