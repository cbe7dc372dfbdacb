import Foundation
import RegisterSQLite
import RegisterStore
import RegisterStoreConformance
import TestSupport
import Testing

/// A writer that is killed, a machine that loses power, a disk without room, one that may not be written to.
@Suite(.enabled(if: FileManager.default.fileExists(atPath: "/proc/self/task"), "needs Linux")) struct CrashTests {
    private let place: StorePlace
    private let rows = StoreFiller()
    private static let rounds = ProcessInfo.processInfo.environment["THAIID_STORE_CRASHES"].flatMap(Int.init) ?? 12

    init() throws { place = try StorePlace() }

    /// Whether all that was said to be saved is there, nobody has lost a key, and nothing is broken; and how many there are.
    private func check(_ store: SQLiteStore, saved: Int) throws -> Int {
        #expect(try store.findings() == [])
        return try store.read { store in
            let count = try store.personCount()
            #expect(count >= saved && count <= saved + 1)
            // The last ones, and some of all: each is asked for four times.
            for n in 0..<count where n > count - 64 || n % 16 == 0 {
                #expect(try store.person(citizenKeys: [rows.citizenKey(n)]) == rows.person(n))
                #expect(try store.personKey(rows.id(n)) == rows.key(n))
                #expect(try store.observations(of: rows.id(n)) == [rows.observation(n)])
                #expect(try store.block(n / rows.perBlock) != nil)
            }
            #expect(try store.lastLog(writer: 1)?.n ?? -1 == count - 1)
            return count
        }
    }

    @Test func nothingSaidToBeSavedIsLostToAKill() throws {
        try place.make().close()
        var generator = SeededGenerator(seed: 31)
        var count = 0
        for _ in 0..<Self.rounds {
            let writer = try StoreWriter(
                [place.folder.url.path, "save", "\(count)", "1000000"], in: place.folder.url)
            try writer.awaitFirstWord()
            usleep(UInt32.random(in: 0..<60_000, using: &generator))
            writer.signal(SIGKILL)
            writer.process.waitUntilExit()
            let store = try place.open()
            count = try check(store, saved: writer.saved(from: count))
            store.close()
        }
        #expect(count > Self.rounds)
    }

    /// A copy of the files as they are at one moment, with or without the memory that processes share.
    @Test func whatAPowerCutLeavesIsWhole() throws {
        try place.make().close()
        let writer = try StoreWriter([place.folder.url.path, "save", "0", "1000000"], in: place.folder.url)
        defer {
            writer.signal(SIGKILL)
            writer.process.waitUntilExit()
        }
        try writer.awaitFirstWord()
        var generator = SeededGenerator(seed: 32)
        for round in 0..<Self.rounds {
            usleep(UInt32.random(in: 0..<30_000, using: &generator))
            writer.hold()
            let saved = writer.saved(from: 0)
            let copy = try StorePlace()
            for name in try place.folder.names
            where name.contains(".sqlite") && (round % 2 == 0 || !name.hasSuffix("-shm")) {
                try FileManager.default.copyItem(atPath: place.folder.path(name), toPath: copy.folder.path(name))
            }
            let store = try copy.open()
            _ = try check(store, saved: saved)
            store.close()
            writer.signal(SIGCONT)
        }
    }

    /// By the system's own account: when anything of the people is written, all of the keys is on the disk, and when somebody
    /// is said to be saved, everything is.
    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/strace"), "needs strace"))
    func keysAreOnTheDiskBeforeData() throws {
        try place.make().close()
        let trace = place.folder.path("trace")
        let writer = try StoreWriter(
            [place.folder.url.path, "save", "0", "40"],
            by: ["/usr/bin/strace", "-f", "-y", "-o", trace, "-e", "trace=write,pwrite64,fsync,fdatasync"],
            in: place.folder.url)
        writer.process.waitUntilExit()
        try #require(writer.said.count == 40)
        let calls = try String(contentsOfFile: trace, encoding: .utf8).split(separator: "\n").map(String.init)
        var unsynced: Set<String> = []
        var (writes, words) = (0, 0)
        for call in calls {
            guard
                let file = ["keys.sqlite-wal", "people.sqlite-wal", "said-"].first(where: { call.contains("/\($0)") })
            else { continue }
            if call.contains("sync(") {
                unsynced.remove(file)
            } else if file == "said-" {
                #expect(unsynced == [], "\(call)")
                words += 1
            } else {
                if file == "people.sqlite-wal" {
                    #expect(!unsynced.contains("keys.sqlite-wal"), "\(call)")
                    writes += 1
                }
                unsynced.insert(file)
            }
        }
        #expect(words == 40 && writes >= 40)
    }

    /// Runs a script in a folder that is a small disk of its own; what it says.
    private func onSmallDisk(_ script: String, size: String) throws -> [String] {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/unshare")
        process.arguments = [
            "-rm", "/bin/sh", "-c", "mount -t tmpfs -o size=\(size) none \"$1\" && cd \"$1\" && \(script)", "sh",
            place.folder.url.path, StoreWriter.path,
        ]
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        try process.run()
        let said = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: said, as: UTF8.self).split(separator: "\n").map(String.init)
    }

    private static let mayMount = try? Process.run(
        URL(fileURLWithPath: "/usr/bin/unshare"), arguments: ["-rm", "true"])

    private static var canMount: Bool {
        guard let process = mayMount else { return false }
        process.waitUntilExit()
        return process.terminationStatus == 0
    }

    @Test(.enabled(if: CrashTests.canMount, "needs a namespace of its own"), arguments: [0, 3_000])
    func aFullDiskIsToldAndLosesNothing(photo: Int) throws {
        let said = try onSmallDisk(
            """
            head -c 1000000 /dev/zero >ballast && \
            { "$2" . save 0 1000000 \(photo); "$2" . save 500000 1 \(photo); "$2" . look; rm ballast; "$2" . look;
              "$2" . save 500000 1 \(photo); "$2" . look; }
            """, size: "4m")
        let saved = said.prefix { Int($0) != nil }.count
        #expect(saved > 20)
        #expect(Array(said.prefix(saved)) == (0..<saved).map(String.init))
        let whole = "people \(saved) entry \(saved - 1) findings []"
        var rest = Array(said.dropFirst(saved))
        // What two processes share needs a little room, too: without it nobody reads either.
        if rest.count > 2, rest[2] == "error full" { rest[2] = whole }
        #expect(
            rest == [
                "error full", "error full", whole, whole, "500000", "people \(saved + 1) entry 500000 findings []",
            ])
    }

    @Test(.enabled(if: CrashTests.canMount, "needs a namespace of its own"))
    func aDiskThatMayNotBeWrittenToIsTold() throws {
        let said = try onSmallDisk(
            """
            { "$2" . save 0 2; mkdir sub; mount -o remount,ro "$1"; "$2" . save 2 1; mkdir new;
              "$2" sub save 0 1; }
            """, size: "4m")
        #expect(said == ["0", "1", "error readOnly", "error readOnly"])
    }
}
