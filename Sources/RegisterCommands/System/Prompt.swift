import CardRecord
import Host
import ThaiIDCard

/// Questions to whoever sits at the terminal.
enum Prompt {
    /// A line that somebody types after a question.
    ///
    /// - Parameter isSecret: whether it is not to be seen.
    static func ask(_ question: Bilingual, isSecret: Bool = false) throws(CommandFault) -> String {
        guard let line = ControllingTerminal.line(after: question[RegisterMain.language] + " ", isSecret: isSecret)
        else {
            throw .noTerminal(question)
        }
        return line
    }

    /// A yes or a no; what is neither is a no.
    static func agrees(_ question: Bilingual) throws(CommandFault) -> Bool {
        let answer = try ask(Bilingual(question.thai + " [ใช่/ไม่]", question.english + " [yes/no]"))
        return ["y", "yes", "ใช่", "ช"].contains(answer.lowercased())
    }
}
