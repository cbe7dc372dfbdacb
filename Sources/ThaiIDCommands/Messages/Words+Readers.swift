import CardRecord
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

    /// Where none of several slots holds a Thai ID card that answers.
    init(foreign: String, mute: String) {
        let insertAgain = Bilingual(
            "ตรวจว่าหันด้านชิปขึ้นและหน้าสัมผัสสะอาด แล้วเสียบบัตรประชาชนใหม่",
            "See that the ID card's chip is up and clean, and insert it again.")
        if foreign.isEmpty {
            self.init(
                Bilingual(
                    "ไม่มีบัตรในเครื่องอ่าน และสิ่งที่อยู่ใน \(mute) ไม่ตอบสนอง",
                    "There is no card in the reader, and what is in \(mute) does not answer."),
                insertAgain)
        } else if mute.isEmpty {
            self.init(
                Bilingual(
                    "ไม่มีบัตรใดเป็นบัตรประจำตัวประชาชนไทย — \(foreign)",
                    "None of the cards is a Thai national ID card — \(foreign)."),
                Bilingual("ใช้บัตรประจำตัวประชาชนแบบมีชิป", "Use a Thai national ID card with a chip."))
        } else {
            self.init(
                Bilingual(
                    "บัตรใน \(mute) ไม่ตอบสนอง ส่วนบัตรใน \(foreign) ไม่ใช่บัตรประจำตัวประชาชนไทย",
                    "The card in \(mute) does not answer, and the one in \(foreign) is not a Thai national ID card."),
                insertAgain)
        }
    }
}
