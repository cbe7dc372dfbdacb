import ThaiIDCard

extension Words {
    /// Where the service and the library speak different versions of their protocol.
    static let serviceVersion = Words(
        Bilingual(
            "บริการ PC/SC กับไลบรารีเป็นคนละรุ่นกัน จึงสื่อสารกันไม่ได้",
            "The PC/SC service and the library are of different versions and do not understand each other."),
        Bilingual(
            "ใช้ทั้งสองอย่างจากชุดติดตั้งเดียวกัน (คอนเทนเนอร์ snap หรือการติดตั้งซ้ำมักมีชุดของตัวเอง) เทียบรุ่นด้วย: dpkg -l pcscd libpcsclite1",
            """
            Take both from one installation (a container, a snap or a second installation brings its own). \
            Compare them: dpkg -l pcscd libpcsclite1
            """))
}
