import ArgumentParser
import HelpText
import ThaiIDCard

extension ValidationError {
    /// Refuses options in both languages.
    init(words: Bilingual) { self.init(BilingualText.joined(words)) }

    init(thai: String, english: String) { self.init(words: Bilingual(thai, english)) }
}
