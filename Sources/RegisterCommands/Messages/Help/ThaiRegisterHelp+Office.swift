import HelpText

extension ThaiRegisterHelp {
    /// Commands for people's rights, and for those who answer for the register.
    static let office: Commands = [
        "thaiid-register subject": .init(
            "ทำสำเนาทุกอย่างที่เก็บไว้ ให้เจ้าของข้อมูล",
            discussion: "ไฟล์หนึ่งสำหรับโปรแกรม (JSON) และไฟล์หนึ่งสำหรับมอบให้ (PDF ซึ่ง thaiid-render วาด) ในโฟลเดอร์ที่ระบุ",
            options: ["--output": "โฟลเดอร์"]),
        "thaiid-register usage": .init(
            "บอกว่าใครดูข้อมูลของคนหนึ่ง เมื่อใด และเพื่ออะไร",
            discussion: "บอกเวลา เหตุผล และหน่วยงานพร้อมเลขทะเบียน ส่วนชื่อเจ้าหน้าที่เก็บไว้ในหน่วยงาน"),
        "thaiid-register erase": .init(
            "ลบบุคคลถาวร ในทุกสำเนา",
            discussion: """
                กุญแจของทุกอย่างที่เก็บเกี่ยวกับคนนั้นถูกทำลาย สำเนาข้อมูลจึงอ่านไม่ได้อีก เมื่อสำเนากุญแจครบ 30 วันและถูกลบแล้ว \
                หน่วยงานที่แบ่งบทบาทต้องให้อีกคนอนุมัติ
                """,
            options: ["--yes": "ไม่ต้องถามยืนยัน"]),
        "thaiid-register purge": .init(
            "ลบคนที่ครบกำหนดเก็บของทุกวัตถุประสงค์",
            discussion: """
                แต่ละคนเก็บไว้ตามจำนวนวันของวัตถุประสงค์ นับจากครั้งสุดท้ายที่มา
                """,
            options: ["--dry-run": "บอกจำนวนเท่านั้น ไม่ลบ"]),
        "thaiid-register rights": .init("พิมพ์ตารางว่าบทบาทใดทำอะไรได้ บรรทัดละหนึ่งอย่าง"),
        "thaiid-register help": .init("แสดงวิธีใช้ของคำสั่งย่อย"),
        "thaiid-register pending": .init("แสดงคำขอที่รออนุมัติ"),
        "thaiid-register approve": .init(
            "อนุมัติสิ่งที่คนอื่นขอ",
            discussion: "อนุมัติเฉพาะคำขอนั้นตามที่ขอทุกอย่าง ผู้ขอสั่งคำสั่งเดิมอีกครั้งได้ภายใน 24 ชั่วโมง",
            options: ["<number>": "เลขที่คำขอ"]),
        "thaiid-register officer": .init("กำหนดว่าใครทำอะไรได้"),
        "thaiid-register officer list": .init("แสดงเจ้าหน้าที่และบทบาท"),
        "thaiid-register officer add": .init(
            "ให้บทบาทแก่บัญชีผู้ใช้ของเครื่องนี้ หรือเปลี่ยนบทบาทเดิม",
            discussion: """
                desk บันทึกบัตรและดูข้อมูลตามวัตถุประสงค์; officer แก้ไขข้อมูลได้ด้วย; super ดูแลทะเบียน; auditor ตรวจบันทึกการใช้งาน
                """,
            options: [
                "<account>": "ชื่อบัญชี", "--roles": "บทบาท: desk, officer, super, auditor",
                "--purposes": "เฉพาะวัตถุประสงค์เหล่านี้",
                "--hours": "เฉพาะเวลานี้: 'mon-fri 08:30-16:30'", "--quota": "ดูได้วันละกี่ครั้ง",
            ]),
        "thaiid-register officer revoke": .init("ยกเลิกบทบาททั้งหมดของบัญชี", options: ["<account>": "ชื่อบัญชี"]),
        "thaiid-register purpose": .init("กำหนดว่าเก็บข้อมูลเพื่ออะไร ข้อมูลใดบ้าง และนานเท่าใด"),
        "thaiid-register purpose list": .init("แสดงวัตถุประสงค์"),
        "thaiid-register purpose add": .init(
            "เพิ่มวัตถุประสงค์",
            discussion: "ถ้าไม่ระบุ --fields จะเก็บทุกอย่างในบัตร ยกเว้นรูปถ่าย เลขของชิป และข้อมูลสุขภาพ",
            options: purposeDetails),
        "thaiid-register purpose edit": .init(
            "แก้ไขวัตถุประสงค์ หรือเลิกใช้ โดยต้องให้อีกคนอนุมัติ",
            options: purposeDetails.merging(["--retire": "เลิกใช้แล้ว ส่วนที่เก็บไว้ยังอยู่ตามกำหนดเดิม"]) { first, _ in first }),
        "thaiid-register processing": .init("พิมพ์บันทึกรายการกิจกรรมการประมวลผลข้อมูล ตามที่กฎหมายกำหนด"),
        "thaiid-register shift": .init(
            "บอกว่าใครเข้ากะ ด้วยบัตรของเจ้าหน้าที่",
            discussion: "จากนั้นทุกบรรทัดของบันทึกจะบอกไว้ว่าใครนั่งอยู่ แต่หลักฐานคือบัญชีผู้ใช้"),
        "thaiid-register shift start": .init("เริ่มกะ"),
        "thaiid-register shift end": .init("จบกะ"),
        "thaiid-register log": .init("ดูบันทึกการใช้งาน และพิสูจน์ว่าครบถ้วน"),
        "thaiid-register log show": .init("แสดงบรรทัดล่าสุด", options: ["--limit": "กี่บรรทัด"]),
        "thaiid-register log verify": .init(
            "พิสูจน์ว่าบันทึกครบถ้วน หรือหาว่าผิดที่ใด",
            discussion: "ถ้าไม่มีจุดตรวจที่เก็บไว้ที่อื่น จะพิสูจน์ได้แต่อุบัติเหตุ ไม่ใช่การทุจริต",
            options: ["--checkpoint": "จุดตรวจที่เก็บไว้ที่อื่น"]),
        "thaiid-register log export": .init("เขียนทุกบรรทัดพร้อมค่าแฮช ให้ผู้อื่นตรวจได้"),
        "thaiid-register log checkpoint": .init(
            "ลงลายเซ็นว่าบันทึกมาถึงไหน แล้วนำออกไปเก็บที่อื่น",
            discussion: """
                จุดตรวจที่ลงลายเซ็น (C2SP) ต้องออกจากเครื่องนี้: ไปอีกหน่วยงาน อีเมล หรือกระดาษของวันนั้น
                """,
            options: ["--output": "เขียนลงไฟล์ แทนเอาต์พุตมาตรฐาน", "--sent": "นำไปเก็บที่ใด"]),
    ]

    private static let purposeDetails = [
        "--code": "รหัส: อักษรอังกฤษตัวเล็ก ตัวเลข และขีด",
        "--thai": "ชื่อวัตถุประสงค์ภาษาไทย",
        "--english": "ชื่อเดียวกันเป็นภาษาอังกฤษ",
        "--days": "เก็บกี่วัน นับจากครั้งสุดท้ายที่มา",
        "--fields": "ต้องใช้ข้อมูลใดบ้าง ตามชื่อในระเบียน",
        "--basis": "กฎหมายที่อาศัย",
    ]
}
