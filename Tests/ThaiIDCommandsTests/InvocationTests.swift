import Foundation
import Testing
import ThaiIDCard

@testable import ThaiIDCommands

/// In which language and shape the tool speaks, known before its options are.
@Suite struct InvocationTests {
    @Test(arguments: [
        (["read", "--json"], true), (["watch", "--ndjson"], true), (["--json"], true), (["read"], false),
        (["read", "--jso"], false), (["read", "json"], false), ([], false), (["read", "--format", "json"], true),
        (["read", "--format=ndjson"], true), (["read", "--format", "csv"], false),
    ])
    func scriptsAreKnownByTheirFlag(_ arguments: [String], _ wantsJSON: Bool) {
        #expect(Invocation(arguments).wantsJSON == wantsJSON)
    }

    @Test(arguments: [
        (["read", "--lang", "th"], Language.thai), (["read", "--lang=th"], .thai),
        (["--lang", "en", "read"], .english),
        (["read", "--lang=en"], .english),
    ])
    func languageIsThatOfTheOption(_ arguments: [String], _ language: Language) {
        #expect(Invocation(arguments).language == language)
    }

    @Test(arguments: [["read", "--lang"], ["read", "--lang", "fr"], ["read", "--lang="], ["--language", "th"], []])
    func otherwiseItIsThatOfTheLocale(_ arguments: [String]) {
        #expect(Invocation(arguments).language == Invocation.localeLanguage)
    }

    /// In a process of its own, since the environment belongs to all threads.
    @Test func localeIsReadAsPOSIXOrdersIt() async {
        await #expect(processExitsWith: .success) {
            func language(_ all: String, _ messages: String, _ lang: String) -> Language {
                for (name, value) in [("LC_ALL", all), ("LC_MESSAGES", messages), ("LANG", lang)] {
                    setenv(name, value, 1)
                }
                return Invocation.localeLanguage
            }
            #expect(language("", "", "") == .english)
            #expect(language("", "", "th_TH.UTF-8") == .thai)
            #expect(language("", "", "th") == .thai)
            #expect(language("", "th_TH", "en_US.UTF-8") == .thai)
            #expect(language("", "en_US", "th_TH.UTF-8") == .english)
            #expect(language("C", "th_TH", "th_TH.UTF-8") == .english)
            #expect(language("th_TH.UTF-8", "C", "C") == .thai)
            unsetenv("LC_ALL")
            unsetenv("LC_MESSAGES")
            unsetenv("LANG")
            #expect(Invocation.localeLanguage == .english)
        }
    }
}
