import CFuzzer
import CardTrace

/// Takes any bytes for a recording in every format, as libFuzzer invents them. What is read must hold
/// together: everything that the tool works out of a recording is worked out, and what a format
/// holds without loss comes back as it was.
@main
enum FuzzRecordings {
    static func main() {
        var count = CommandLine.argc
        var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
        _ = LLVMFuzzerRunDriver(&count, &arguments) { start, count in
            FuzzRecordings.tryOut(Array(UnsafeBufferPointer(start: start, count: count)))
            return 0
        }
    }

    private static func tryOut(_ bytes: [UInt8]) {
        _ = TraceFormat.recognise(bytes)
        for format in TraceFormat.allCases where format.canRead {
            if let reading = try? format.read(bytes) { work(on: reading.trace) }
        }
    }

    private static func work(on trace: Trace) {
        _ = trace.findings
        precondition(trace.steps.count == trace.events.count, "every event is a step")
        precondition(trace.differences(from: trace).isEmpty, "a recording does not differ from itself")
        for format in TraceFormat.allCases {
            guard let written = format.write(trace), format.canRead else { continue }
            guard let back = try? format.read(written.bytes) else {
                let isRefusable = trace.events.isEmpty || written.losses.contains(.tooLongToRead(format.longestFile))
                precondition(isRefusable || !written.losses.isEmpty, "\(format.rawValue) reads what it writes")
                continue
            }
            precondition(
                !written.losses.isEmpty || back.trace == trace, "\(format.rawValue) is lossless where it says so")
        }
    }
}
