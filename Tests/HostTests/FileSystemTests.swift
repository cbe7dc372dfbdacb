import Host
import Testing

/// Which file systems are not this machine's own (statfs(2), linux/magic.h).
@Suite struct FileSystemTests {
    @Test(arguments: [
        (0x6969, "nfs"), (0x517B, "smb"), (0xFF53_4D42, "cifs"), (0xFE53_4D42, "smb2"), (0x0102_1997, "9p"),
        (0x6573_5546, "fuse"),
    ])
    func knowsThoseOfOtherMachines(_ number: Int, _ name: String) {
        #expect(FileSystem(number: number).remoteName == name)
    }

    /// ext4, xfs, btrfs, zfs, f2fs, tmpfs, overlay.
    @Test(arguments: [0xEF53, 0x5846_5342, 0x9123_683E, 0x2FC1_2FC1, 0xF2F5_2010, 0x0102_1994, 0x794C_7630])
    func takesThoseOfThisMachine(_ number: Int) { #expect(FileSystem(number: number).remoteName == nil) }

    @Test func asksTheSystem() {
        #expect(FileSystem(of: "/")?.remoteName == nil)
        #expect(FileSystem(of: "/no/such/place") == nil)
    }
}
