import Foundation
import Testing

@testable import Host

/// What a signal leaves of any number of drafts and children: nothing. Each test ends a process of its own,
/// which says in a file that nothing takes away what it had begun.
@Suite struct SignalTests {
    /// More of both than one chunk of entries holds.
    private static let drafts = 40
    private static let children = 20

    /// What the process that is ended works in, and what it says there.
    private struct Place {
        static let variable = "THAIID_TEST_FOLDER"
        static var folder: String { String(cString: getenv(variable)) }
        static var note: String { folder + "/note" }
    }

    /// Lets signals come to this thread, whatever those who started it have blocked or ignored.
    private static func heedSignals() {
        var none = sigset_t()
        sigemptyset(&none)
        pthread_sigmask(SIG_SETMASK, &none, nil)
        for number in [SIGINT, SIGTERM, SIGHUP] { signal(number, SIG_DFL) }
    }

    @Test(arguments: [SIGINT, SIGTERM, SIGHUP])
    func nothingIsLeftOfAnyDraftOrChild(_ number: Int32) async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("thaiid-tests-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
        defer { try? FileManager.default.removeItem(at: folder) }
        setenv(Place.variable, folder.path, 1)
        await #expect(processExitsWith: .exitCode(128 + number)) { [number = number as Int32] in
            Self.heedSignals()
            let file = OutputFile(path: Place.folder + "/x", replaces: true)
            let names = try (0..<Self.drafts).map { _ in try SpareName.newFile(for: file).name }
            let program = ChildProcess(
                executable: "/bin/sleep", arguments: ["1000"], environment: [:], limit: .seconds(1000))
            let running = try (0..<Self.children).map { _ in try RunningProgram(program) }
            let begun = running.map { "\($0.process)" } + names.map(\.path)
            try begun.joined(separator: "\n").write(toFile: Place.note, atomically: false, encoding: .utf8)
            raise(number)
            withExtendedLifetime(running) {}
        }
        let note = try String(contentsOf: folder.appendingPathComponent("note"), encoding: .utf8)
        let begun = note.split(separator: "\n").map(String.init)
        #expect(begun.count == Self.drafts + Self.children)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["note"])
        for child in begun.prefix(Self.children) {
            let process = try #require(Int32(child))
            // Whoever adopts it may take a moment to ask how it ended.
            for _ in 0..<500 where Self.isRunning(process) { try await Task.sleep(for: .milliseconds(10)) }
            #expect(!Self.isRunning(process))
        }
    }

    private static func isRunning(_ process: Int32) -> Bool {
        guard kill(process, 0) == 0 else { return false }
        let status = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
        return status?.split(separator: ")").last?.hasPrefix(" Z") != true
    }

    @Test func placesAreUsedAgainAndWhatWasForgottenStays() async {
        await #expect(processExitsWith: .exitCode(143)) {
            Self.heedSignals()
            let folder = FileManager.default.temporaryDirectory.path
            let file = OutputFile(path: folder + "/x", replaces: true)
            var kept: [SpareName] = []
            for _ in 0..<200 {
                let (descriptor, name) = try SpareName.newFile(for: file)
                Descriptor.close(descriptor)
                name.forget()
                kept.append(name)
            }
            let left = try SpareName.newFile(for: file).name
            if kept.contains(where: { FileStatus(at: $0.path) == nil }) { exit(1) }
            // Nothing takes away what has become another's; the rest is for this test to take.
            for name in kept { unlink(name.path) }
            withExtendedLifetime(left) {}
            raise(SIGTERM)
        }
    }

    @Test func signalWaitsForWhatIsNotToBeInterruptedInWhicheverThreadItComes() async {
        await #expect(processExitsWith: .exitCode(143)) {
            Self.heedSignals()
            let file = OutputFile(path: FileManager.default.temporaryDirectory.path + "/x", replaces: true)
            let draft = try SpareName.newFile(for: file)
            Process.uninterrupted {
                let other = Thread {
                    var none = sigset_t()
                    sigemptyset(&none)
                    pthread_sigmask(SIG_SETMASK, &none, nil)
                    raise(SIGTERM)
                }
                other.start()
                Thread.sleep(forTimeInterval: 0.2)
                // It has come, and waits.
                if FileStatus(at: draft.name.path) == nil { exit(1) }
            }
            exit(2)
        }
    }

    @Test func everybodyWhoWaitsForTheInterruptIsToldOfTheFirst() async {
        await #expect(processExitsWith: .exitCode(130)) {
            Self.heedSignals()
            let waiting = (0..<20).map { _ in Interruption() }
            if waiting.contains(where: \.hasCome) { exit(5) }
            raise(SIGINT)
            if !waiting.allSatisfy(\.hasCome) { exit(1) }
            // Who comes later waits for the next.
            let later = Interruption()
            if later.hasCome { exit(2) }
            raise(SIGINT)
            if !later.hasCome { exit(3) }
            raise(SIGINT)
            exit(4)
        }
    }

    @Test func interruptForWhichNobodyWaitsAnyMoreEndsTheProcess() async {
        await #expect(processExitsWith: .exitCode(130)) {
            Self.heedSignals()
            _ = Interruption().hasCome
            raise(SIGINT)
            exit(1)
        }
    }
}
