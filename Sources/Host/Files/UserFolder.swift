/// Where programs keep what is theirs and this user's (XDG Base Directory Specification): `nil` where neither the
/// variable nor `HOME` names an absolute path.
package enum UserFolder {
    /// What lasts between runs, and is of no worth elsewhere.
    package static var state: String? { folder("XDG_STATE_HOME", ".local/state") }
    /// What lasts.
    package static var data: String? { folder("XDG_DATA_HOME", ".local/share") }

    /// What is settled.
    package static var config: String? { folder("XDG_CONFIG_HOME", ".config") }

    private static func folder(_ variable: String, _ usual: String) -> String? {
        absolute(variable) ?? absolute("HOME").map { "\($0)/\(usual)" }
    }

    private static func absolute(_ variable: String) -> String? {
        Process.environment(variable).flatMap { $0.hasPrefix("/") ? $0 : nil }
    }
}
