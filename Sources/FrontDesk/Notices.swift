internal import Host

/// Signs that a card was read which hold nothing of it: a desktop notification, a beep.
package struct Notices: Sendable {
    package enum Name: String, Hashable, Sendable {
        case notify, beep
    }

    private static let limit = Duration.seconds(5)

    private let names: [Name]

    package init(_ names: [Name]) { self.names = names }

    /// Gives them.
    ///
    /// - Returns: whether each reached somebody.
    package func give(_ title: String, _ text: String) -> [(name: Name, isGiven: Bool)] {
        names.map { name in
            switch name {
            case .notify: (name, Self.notify(title, text))
            case .beep: (name, Self.beep())
            }
        }
    }

    private static func notify(_ title: String, _ text: String) -> Bool {
        guard let executable = Executables.onPath("notify-send") else { return false }
        let program = ChildProcess(
            executable: executable, arguments: ["--app-name=thaiid", "--", title, text],
            environment: Process.wholeEnvironment, limit: limit)
        return (try? program.run(input: []))?.status == 0
    }

    private static func beep() -> Bool {
        let terminal = Descriptor.open("/dev/tty", [.writing, .notOwn, .noWaiting])
        guard terminal >= 0 else { return false }
        defer { Descriptor.close(terminal) }
        return Descriptor.write([0x07], to: terminal)
    }
}
