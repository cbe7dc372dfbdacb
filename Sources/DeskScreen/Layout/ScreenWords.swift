package import ThaiIDCard

/// What the screen says by itself, in the language of whoever looks at it.
package struct ScreenWords: Sendable {
    /// A text, and what to do.
    package struct Advice: Sendable {
        package let text: String
        package let hint: String

        package init(_ text: String, _ hint: String) { (self.text, self.hint) = (text, hint) }
    }

    package let language: Language
    /// What this screen is, and how to leave it.
    package let title: Advice
    /// No reader is attached.
    package let noReader: Advice
    /// The reader of this pane is gone.
    package let unplugged: Advice
    /// The reader waits for a card.
    package let ready: Advice
    /// A card is being read.
    package let reading: Advice
    /// The card was shown long enough.
    package let cleared: Advice
    /// The card has expired; the date follows.
    package let expired: String
    /// What stands before something odd.
    package let note: String
    /// Head of the day's log.
    package let day: String
    /// What stands before what was done with the card before this one.
    package let before: String
    /// In how many days the card expires.
    package let daysLeft: @Sendable (Int) -> String
    /// The number of a sheet.
    package let sheet: @Sendable (String) -> String

    package init(
        language: Language, title: Advice, noReader: Advice, unplugged: Advice, ready: Advice, reading: Advice,
        cleared: Advice, expired: String, note: String, day: String, before: String,
        daysLeft: @escaping @Sendable (Int) -> String, sheet: @escaping @Sendable (String) -> String
    ) {
        self.language = language
        self.title = title
        self.noReader = noReader
        self.unplugged = unplugged
        self.ready = ready
        self.reading = reading
        self.cleared = cleared
        self.expired = expired
        self.note = note
        self.day = day
        self.before = before
        self.daysLeft = daysLeft
        self.sheet = sheet
    }
}
