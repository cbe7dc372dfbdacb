internal import CZlib

/// zlib's deflate, without its head and sum: the box around it says what it is, and whether it is whole.
enum Deflate {
    /// Without a head (zlib's manual: a negative number), and a window of 16 KiB, which reaches back over dictionary and
    /// record: half the time of the widest, for the same bytes.
    private static let window: Int32 = -14
    private static let widest: Int32 = -15
    private static let memory: Int32 = 8

    static func packed(_ bytes: [UInt8], dictionary: [UInt8]) -> [UInt8] {
        var stream = z_stream()
        let size = Int32(MemoryLayout<z_stream>.size)
        let begun = deflateInit2_(
            &stream, Z_BEST_COMPRESSION, Z_DEFLATED, window, memory, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size)
        precondition(begun == Z_OK, "zlib has no memory")
        defer { deflateEnd(&stream) }
        deflateSetDictionary(&stream, dictionary, UInt32(dictionary.count))
        var input = bytes
        let capacity = Int(deflateBound(&stream, UInt(bytes.count)))
        return input.withUnsafeMutableBufferPointer { input in
            [UInt8](unsafeUninitializedCapacity: capacity) { output, count in
                (stream.next_in, stream.avail_in) = (input.baseAddress, UInt32(input.count))
                (stream.next_out, stream.avail_out) = (output.baseAddress, UInt32(capacity))
                let ended = deflate(&stream, Z_FINISH)
                precondition(ended == Z_STREAM_END, "the bound of zlib does not hold")
                count = capacity - Int(stream.avail_out)
            }
        }
    }

    /// `nil` for what was not packed with this dictionary, is not whole, or unpacks to more than `limit` bytes.
    static func unpacked(_ bytes: [UInt8], dictionary: [UInt8], limit: Int) -> [UInt8]? {
        var stream = z_stream()
        guard inflateInit2_(&stream, widest, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
            return nil
        }
        defer { inflateEnd(&stream) }
        guard inflateSetDictionary(&stream, dictionary, UInt32(dictionary.count)) == Z_OK else { return nil }
        var input = bytes
        return input.withUnsafeMutableBufferPointer { input in
            (stream.next_in, stream.avail_in) = (input.baseAddress, UInt32(input.count))
            var output: [UInt8] = []
            var status = Z_OK
            while status == Z_OK, output.count < limit {
                let capacity = max(1 << 12, output.count)
                output += [UInt8](unsafeUninitializedCapacity: capacity) { room, count in
                    (stream.next_out, stream.avail_out) = (room.baseAddress, UInt32(capacity))
                    status = inflate(&stream, Z_NO_FLUSH)
                    count = capacity - Int(stream.avail_out)
                }
            }
            return status == Z_STREAM_END && stream.avail_in == 0 && output.count <= limit ? output : nil
        }
    }
}
