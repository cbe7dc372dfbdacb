import CardRecord
import Host
import RecordSeal
import Register
import RegisterSQLite
import RegisterServer
import ThaiIDCard

extension StoreOptions {
    /// The register, opened here or asked where it listens.
    func door() throws -> any RegisterDoor {
        let places = try places()
        if let socket = places.socket { return try SocketDoor(socket) }
        return OpenDoor(try places.openHere().register, as: Process.userName)
    }

    /// Where everything is, by options and settings.
    func places() throws -> RegisterPlaces {
        try RegisterPlaces(
            store: store, personKeys: personKeys, keyFile: keyFile, credential: credential, socket: socket)
    }

    /// Has something done, and prints what came of it.
    ///
    /// - Parameter words: what a person reads of the answer.
    func ask(_ request: Request, telling words: (JSONValue, Language) -> [String]) throws {
        let door = try door()
        let answer = try door.ask(request) { item throws(RegisterError) in
            guard (try? Streams.write(item)) != nil else { throw RegisterError(.failed, "standard output") }
        }
        if json {
            try Streams.write(answer)
        } else {
            try Streams.write(words(answer, RegisterMain.language).map { SafeText.clean($0) + "\n" }.joined())
        }
    }
}
