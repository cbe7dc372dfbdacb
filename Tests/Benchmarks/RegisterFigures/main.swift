internal import Host

// What a register of many costs:
//   register-figures FOLDER PEOPLE [FIGURE …]
// fills FOLDER with invented people, where there is nobody yet, and prints a figure a line: its name, and a number. Of all
// figures, or of those that are named: save, number, name, verify, rekey.
do {
    let arguments = CommandLine.arguments.dropFirst()
    guard let folder = arguments.first, let people = arguments.dropFirst().first.flatMap({ Int($0) }) else {
        Process.end(64)
    }
    let figures = try RegisterFigures(in: folder, people: people)
    let measures = [
        ("save", figures.saving), ("number", figures.lookingUp), ("name", figures.searching),
        ("verify", figures.verifying), ("rekey", figures.rekeying),
    ]
    let chosen = arguments.dropFirst(2)
    for (name, measure) in measures where chosen.isEmpty || chosen.contains(name) { try measure() }
} catch {
    figure("error \(error)", 0)
    Process.end(1)
}

/// Prints a figure.
func figure(_ name: String, _ value: Double) {
    _ = Descriptor.write(Array("\(name)\t\(value)\n".utf8), to: Descriptor.output)
}
