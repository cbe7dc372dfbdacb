package import CardRecord
internal import Host
package import Register

/// Where the register is asked: in this process, or in the one that has its keys.
package protocol RegisterDoor {
    /// Has something done.
    ///
    /// - Parameter emit: gets what there is many of, a line each.
    func ask(
        _ request: Request, emit: (JSONValue) throws(RegisterError) -> Void
    ) throws(RegisterError) -> JSONValue
}

/// A register that this process has opened.
package struct OpenDoor: RegisterDoor {
    private let register: Register
    private let account: String

    /// - Parameter account: as whom this process acts.
    package init(_ register: Register, as account: String) { (self.register, self.account) = (register, account) }

    package func ask(
        _ request: Request, emit: (JSONValue) throws(RegisterError) -> Void
    ) throws(RegisterError) -> JSONValue { try register.perform(request, as: account, emit: emit) }
}

/// A register that another process has opened: it learns from the kernel who asks.
package final class SocketDoor: RegisterDoor {
    private let conversation: Conversation

    /// Connects.
    package init(_ path: String) throws(RegisterError) {
        do throws(LocalSocket.Failure) {
            conversation = Conversation(try LocalSocket.connect(path))
        } catch {
            throw RegisterError(.noServer, path)
        }
    }

    package func ask(
        _ request: Request, emit: (JSONValue) throws(RegisterError) -> Void
    ) throws(RegisterError) -> JSONValue {
        guard conversation.say(request.json) else { throw RegisterError(.noServer, "") }
        while true {
            guard case .value(let value) = conversation.hear() else { throw RegisterError(.noServer, "") }
            if let item = value[Telegram.item] {
                try emit(item)
            } else if let answer = value[Telegram.answer] {
                return answer
            } else if let error = value[Telegram.error].flatMap(RegisterError.init(json:)) {
                throw error
            } else {
                throw RegisterError(.noServer, "")
            }
        }
    }
}
