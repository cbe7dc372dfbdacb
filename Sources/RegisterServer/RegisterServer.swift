internal import CardRecord
internal import Dispatch
internal import Host
package import Register
internal import Synchronization

/// Answers whoever connects to a local socket, as the account that the kernel says they are.
///
/// One line of JSON asks, others answer; a thread for each who is there, and only so many at once.
package final class RegisterServer: Sendable {
    private static let most = 128
    /// How many of them one account may have, so that it cannot keep the others out.
    private static let mostOfOne = 32
    /// How long one may be silent before the place is another's.
    private static let patience = 300

    private let register: Register
    private let listening: Int32
    private let path: String
    /// Who is there, by descriptor.
    private let present = Mutex([Int32: String]())
    private let gone = DispatchGroup()
    private let stopped = Mutex(false)

    /// Listens from now on.
    ///
    /// - Parameter group: whose members may connect, beside this account; `nil` for this account alone.
    package init(_ register: Register, path: String, group: String?) throws(RegisterError) {
        (self.register, self.path) = (register, path)
        do throws(LocalSocket.Failure) {
            listening = try LocalSocket.listen(path, mode: group == nil ? 0o600 : 0o660, group: group)
        } catch {
            switch error {
            case .taken(let path): throw RegisterError(.alreadyThere, path)
            case .system(let name, let reason): throw RegisterError(.failed, name, reason.description)
            case .name(let path), .silent(let path): throw RegisterError(.failed, path)
            }
        }
    }

    /// Answers until it is stopped, or nobody can connect any more.
    package func run() {
        while let descriptor = LocalSocket.accept(listening) {
            guard let account = LocalSocket.peer(of: descriptor), enter(descriptor, account) else {
                Descriptor.close(descriptor)
                continue
            }
            DispatchQueue(label: "thaiid register \(descriptor)").async { [self] in
                let conversation = Conversation(descriptor)
                serve(conversation, account)
                // Before it is closed: its number may be another's next.
                withExtendedLifetime(conversation) { leave(descriptor) }
            }
        }
    }

    /// Whether somebody has stopped it.
    package var isStopped: Bool { stopped.withLock { $0 } }

    /// Takes nobody any more, and lets those who are there go.
    package func stop() {
        stopped.withLock { $0 = true }
        LocalSocket.end(listening)
        present.withLock { for descriptor in $0.keys { LocalSocket.end(descriptor) } }
        _ = gone.wait(timeout: .now() + 1)
        Folder.remove(path)
    }

    private func enter(_ descriptor: Int32, _ account: String) -> Bool {
        present.withLock { present in
            let own = present.values.count { $0 == account }
            guard present.count < Self.most, own < Self.mostOfOne else { return false }
            present[descriptor] = account
            gone.enter()
            return true
        }
    }

    private func leave(_ descriptor: Int32) {
        present.withLock { _ = $0.removeValue(forKey: descriptor) }
        gone.leave()
    }

    private func serve(_ conversation: Conversation, _ account: String) {
        LocalSocket.limitWaits(conversation.descriptor, to: Self.patience)
        while true {
            switch conversation.hear() {
            case .nothing: return
            case .noise:
                _ = conversation.say(Telegram.of(Telegram.error, RegisterError(.badArgument, "JSON").json))
                return
            case .value(let value):
                guard answer(value, account, conversation) else { return }
            }
        }
    }

    /// Answers once; `false` where nobody hears it any more.
    private func answer(_ value: JSONValue, _ account: String, _ conversation: Conversation) -> Bool {
        guard let request = Request(json: value) else {
            return conversation.say(Telegram.of(Telegram.error, RegisterError(.badArgument, "act").json))
        }
        do throws(RegisterError) {
            let answer = try register.perform(request, as: account) { item throws(RegisterError) in
                guard conversation.say(Telegram.of(Telegram.item, item)) else { throw RegisterError(.noServer, "") }
            }
            return conversation.say(Telegram.of(Telegram.answer, answer))
        } catch {
            return conversation.say(Telegram.of(Telegram.error, error.json))
        }
    }
}
