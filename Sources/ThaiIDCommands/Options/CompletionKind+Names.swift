import ArgumentParser
import CardSources
import DeskConfig
import PCSC

/// What shells offer of this machine, which they ask the program for. Nobody waits for it: where it takes longer,
/// nothing is offered.
extension CompletionKind {
    private static let patience = Duration.milliseconds(700)

    /// Readers that are attached, by their names.
    static var readers: CompletionKind {
        .custom { _, _, _ in
            ((try? Blocking.run { await Cards.here.readers(within: patience) }) ?? []).map(\.name)
        }
    }

    /// Desks that files of settings have, by their names.
    static var desks: CompletionKind {
        .custom { _, _, _ in (try? Settings.load().desks) ?? [] }
    }
}
