internal import ThaiIDCard

extension TraceFormat {
    /// What libpcscspy of pcsc-lite writes to `~/pcsc-spy`, or pcsc-spy makes of it, known by its
    /// first call.
    ///
    /// It works with closed programs. The shapes are those of pcsc-lite 1.9.9, and of the versions
    /// before, that print less of SCardTransmit: `thread@>|seconds|microseconds|SCardTransmit`, a
    /// line for each parameter, and the same with `<` and the result code; or the call's name,
    /// ` i ` and ` o ` lines with a dump of 16 bytes each, and ` => ` with the result code and the
    /// time, in colour or not.
    public static let pcscspy = TraceFormat(
        "pcscspy", Bilingual("บันทึกของ pcsc-spy", "pcsc-spy's log, raw or rendered"),
        bearsMark: { PCSCSpyLog.isMarked($0) || PCSCSpyRendering.isMarked($0) },
        reader: { bytes throws(TraceSyntaxError) in
            PCSCSpyLog.isMarked(bytes) ? try PCSCSpyLog.read(bytes) : try PCSCSpyRendering.read(bytes)
        })
}
