internal import CProcess

/// Files that are in their places already, and are taken away again unless they are kept; by a signal, too.
package final class TrialFiles {
    private var files: [(path: String, place: Int32)] = []

    package init() {}

    deinit {
        for file in files {
            Folder.remove(file.path)
            _ = process_forget(file.place)
        }
    }

    /// Has one more taken away; it may not be there yet.
    package func add(_ path: String) { files.append((path, process_abandon_on_signal(path))) }

    /// Leaves them all where they are.
    package func keep() {
        for file in files { _ = process_forget(file.place) }
        files = []
    }
}
