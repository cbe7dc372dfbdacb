internal import CardRecord
internal import RegisterModel
internal import RegisterStore

/// `doctor`: whether the register is well, without a word about anybody.
struct Doctor: RegisterAct {
    private static let year: Int64 = 366 * 86_400_000_000

    init(_ request: Request) throws(RegisterError) {}

    func perform(in session: Session) throws -> Outcome {
        let reading = session.reading
        let tested = try reading.setting(Setting.recoveryTested).flatMap { Int64(String(decoding: $0, as: UTF8.self)) }
        let backup = try reading.setting(Setting.lastBackup).flatMap { Int64(String(decoding: $0, as: UTF8.self)) }
        let generations = try reading.generations().count
        let unsent = try reading.checkpoints().filter { $0.sent == nil }.count
        return Outcome(
            Answer.of(
                "doctor",
                [
                    ("store", .string(session.register.id.text)), ("people", .integer(try reading.personCount())),
                    ("visits", .integer(try reading.visitCount())),
                    ("log", .integer(try LogReading.count(in: reading))),
                    ("open", .bool(session.register.mode.isOpen)),
                    ("recoveryTested", JSONValue(tested.map { RegisterTime(micros: $0).text })),
                    ("recoveryDue", .bool(tested.map { session.now.micros - $0 > Self.year } ?? true)),
                    ("lastBackup", JSONValue(backup.map { RegisterTime(micros: $0).text })),
                    ("backupDue", .bool(backup.map { session.now.micros - $0 > Self.year / 52 } ?? true)),
                    ("rekeyUnfinished", .bool(generations > 1)), ("checkpointsHereOnly", .integer(unsent)),
                ]), LogTrace())
    }
}
