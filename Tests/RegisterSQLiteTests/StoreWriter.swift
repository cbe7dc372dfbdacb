import Foundation

/// The program beside the tests that opens a store, so that it can be killed.
struct StoreWriter {
    static let path = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
        .appendingPathComponent("store-writer").path

    let process = Process()
    private let output: URL

    /// Starts it, or a program around it.
    init(_ arguments: [String], by program: [String] = [], in folder: URL) throws {
        let words = program + [Self.path] + arguments
        output = folder.appendingPathComponent("said-\(UUID().uuidString)")
        _ = FileManager.default.createFile(atPath: output.path, contents: nil)
        process.executableURL = URL(fileURLWithPath: words[0])
        process.arguments = Array(words.dropFirst())
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = FileHandle.nullDevice
        try process.run()
    }

    /// The lines that it has said so far, whole ones.
    var said: [String] {
        let text = (try? String(contentsOf: output, encoding: .utf8)) ?? ""
        return text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
    }

    /// How many people it has said are saved, of those that are numbered from 0 on.
    func saved(from first: Int) -> Int { said.last.flatMap(Int.init).map { $0 + 1 } ?? first }

    func awaitFirstWord() throws {
        for _ in 0..<2_000 where said.isEmpty && process.isRunning { usleep(5_000) }
    }

    func signal(_ number: Int32) { kill(process.processIdentifier, number) }

    /// Holds it where it is; nothing of it runs once this has returned.
    func hold() {
        signal(SIGSTOP)
        for _ in 0..<1_000 {
            let threads =
                (try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(process.processIdentifier)/task")) ?? []
            let states = threads.map { thread in
                let status = try? String(
                    contentsOfFile: "/proc/\(process.processIdentifier)/task/\(thread)/stat", encoding: .utf8)
                return status?.split(separator: ")").last?.split(separator: " ").first ?? "T"
            }
            if states.allSatisfy({ $0 == "T" }) { return }
            usleep(500)
        }
    }
}
