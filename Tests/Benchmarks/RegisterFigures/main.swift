internal import Host

// What a register of many costs:
//   register-figures FOLDER PEOPLE   fills FOLDER with invented people, where there is nobody yet, and prints a figure a
//                                    line: its name, and a number
do {
    guard CommandLine.arguments.count == 3, let people = Int(CommandLine.arguments[2]) else { Process.end(64) }
    let figures = try RegisterFigures(in: CommandLine.arguments[1], people: people)
    try figures.saving()
    try figures.lookingUp()
    try figures.searching()
    try figures.verifying()
    try figures.rekeying()
} catch {
    figure("error \(error)", 0)
    Process.end(1)
}

/// Prints a figure.
func figure(_ name: String, _ value: Double) {
    _ = Descriptor.write(Array("\(name)\t\(value)\n".utf8), to: Descriptor.output)
}
