import RecordSeal
import RegisterStore
import TestSupport
import Testing

/// The root of all keys, and the words by which it comes back.
@Suite struct RegisterKeyTests {
    @Test func keyHas32Bytes() {
        #expect(RegisterKey(bytes: Array(repeating: 0, count: 31)) == nil)
        #expect(RegisterKey(bytes: Array(repeating: 0, count: 33)) == nil)
        #expect(RegisterKey() != RegisterKey())
    }

    @Test func numberTellsKeysApartAndIsNoPartOfThem() {
        #expect(Rings.key(0).id == "36bd37e3")
        #expect(Set((0...UInt8.max).map { Rings.key($0).id }).count == 256)
        #expect("\(Rings.key(0))" == "RegisterKey(\(Rings.key(0).id))")
    }

    /// Words on paper in an envelope: a version that reads them otherwise has lost a register.
    @Test func wordsOfOldReadAsEver() throws {
        let words = [
            "000G5", "40R48", "0M30Q", "E209P", "185GZ", "R38E9", "1W81J", "24GKJ", "2GAHP", "C5RR1", "34D14", "P70X2",
            "3RFQ0", "SMA2D",
        ]
        #expect(Rings.key(0).words == words)
        #expect(try RegisterKey(words: words) == Rings.key(0))
    }

    @Test func wordsComeBackHoweverTheyAreTyped() throws {
        var generator = SeededGenerator(seed: 1)
        for _ in 0..<300 {
            let key = try #require(RegisterKey(bytes: generator.bytes(32)))
            let words = key.words
            #expect(words.count == 14)
            #expect(words.allSatisfy { $0.count == 5 })
            let typed = words.map { $0.lowercased().replacing("0", with: "o").replacing("1", with: "l") }
            #expect(try RegisterKey(words: typed) == key)
            #expect(try RegisterKey(words: [words.joined(separator: "-")]) == key)
            #expect(try RegisterKey(words: words.flatMap { [String($0.prefix(2)), String($0.dropFirst(2))] }) == key)
        }
    }

    @Test func eachMistypedCharacterIsToldByItsGroup() {
        let digits = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ*U")
        let missed = changes { letters in
            letters.indices.flatMap { place in
                digits.filter { $0 != letters[place] }.map { digit in
                    letters.enumerated().map { $0.offset == place ? digit : $0.element }
                }
            }
        }
        #expect(missed == [])
    }

    @Test func charactersThatChangedPlacesAreToldByTheirGroup() {
        let missed = changes { letters in
            letters.indices.flatMap { one in
                (one + 1..<5).filter { letters[one] != letters[$0] }.map { other in
                    var swapped = letters
                    swapped.swapAt(one, other)
                    return swapped
                }
            }
        }
        #expect(missed == [])
    }

    /// The groups that somebody can mistype in one of these ways without being told which it is.
    private func changes(_ ways: ([Character]) -> [[Character]]) -> [String] {
        let words = Rings.key(7).words
        return words.enumerated().flatMap { index, word in
            ways(Array(word)).map { String($0) }.filter { changed in
                do throws(RecoveryError) {
                    _ = try read(words, index, changed)
                    return true
                } catch {
                    return error != .group(index + 1)
                }
            }
        }
    }

    @Test func groupsThatChangedPlacesAreTold() throws {
        for one in 0..<14 {
            for other in (one + 1)..<14 {
                var words = Rings.key(7).words
                words.swapAt(one, other)
                #expect(throws: RecoveryError.swapped(one + 1, other + 1)) { try RegisterKey(words: words) }
            }
        }
    }

    @Test func groupOfAnotherSheetIsFoundByTheSum() throws {
        for index in 0..<14 {
            #expect(throws: RecoveryError.checksum) { try read(Rings.key(7).words, index, Rings.key(9).words[index]) }
        }
    }

    @Test func missingAndLongGroupsAreTold() throws {
        let words = Rings.key(7).words
        #expect(throws: RecoveryError.count(13)) { try RegisterKey(words: words.dropLast()) }
        #expect(throws: RecoveryError.count(15)) { try RegisterKey(words: words + ["00000"]) }
        #expect(throws: RecoveryError.count(0)) { try RegisterKey(words: []) }
        #expect(throws: RecoveryError.group(3)) { try read(words, 2, words[2] + "0") }
        #expect(throws: RecoveryError.group(3)) { try read(words, 2, "") }
        #expect(throws: RecoveryError.group(3)) { try read(words, 2, "กขคงจ") }
    }

    private func read(_ words: [String], _ index: Int, _ word: String) throws(RecoveryError) -> RegisterKey {
        var words = words
        words[index] = word
        return try RegisterKey(words: words)
    }
}
