internal import CProcess

/// What kind of file system something lies on.
package struct FileSystem: Hashable, Sendable {
    /// What it is called, where it is one whose files are, or may be, on another machine or in another program's care:
    /// locks and syncs are then not the system's own.
    package let remoteName: String?

    /// By the number that Linux has for it (statfs(2), linux/magic.h; for the last six the file systems' own sources).
    package init(number: Int) { remoteName = Self.remote[number] }

    /// That of whatever has this name; none where the system does not say.
    package init?(of path: String) {
        let number = process_file_system(path)
        guard number >= 0 else { return nil }
        self.init(number: number)
    }

    private static let remote = [
        1: "network", 0x6969: "nfs", 0x517B: "smb", 0xFF53_4D42: "cifs", 0xFE53_4D42: "smb2", 0x0102_1997: "9p",
        0x6573_5546: "fuse", 0x00C3_6400: "ceph", 0x5346_414F: "afs", 0x7375_7245: "coda", 0x564C: "ncp",
        0x7461_636F: "ocfs2", 0x786F_4256: "vboxsf", 0x0116_1970: "gfs2", 0x0BD0_0BD0: "lustre", 0x4750_4653: "gpfs",
        0x1983_0326: "beegfs",
    ]
}
