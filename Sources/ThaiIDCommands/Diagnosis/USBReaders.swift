import Host

/// Card readers as the USB bus shows them, whether or not a driver takes them.
enum USBReaders {
    /// How many interfaces of the USB class for chip cards (0x0B) are plugged in; `nil` where the
    /// system does not show its bus in sysfs.
    static var count: Int? {
        let bus = "/sys/bus/usb/devices"
        guard let devices = Folder.names(bus) else { return nil }
        return devices.count { device in
            guard let bytes = try? InputFile.read("\(bus)/\(device)/bInterfaceClass", limit: 16) else { return false }
            return bytes.starts(with: "0b".utf8)
        }
    }
}
