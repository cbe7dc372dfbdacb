/// The words of which invented names consist: each says that it is made up, or is no name by itself.
///
/// Their order is part of what a seed gives: a word may not be added, removed or moved.
package enum NameWords {
    /// A word, and how it is written in English.
    package typealias Word = (thai: String, english: String)

    /// "Example", "test", "suppose", "model", "does not exist": every family name begins with one.
    package static let invented: [Word] = [
        ("ทดสอบ", "Thotsop"), ("ตัวอย่าง", "Tuayang"), ("สมมติ", "Sommot"), ("จำลอง", "Chamlong"),
        ("ลองดู", "Longdoo"), ("ทดลอง", "Thotlong"), ("ต้นแบบ", "Tonbaep"), ("แบบร่าง", "Baeprang"),
        ("นิยาย", "Niyai"), ("เสมือน", "Samuean"), ("วาดเล่น", "Watlen"), ("ลองเล่น", "Longlen"),
        ("นามสมมติ", "Namsommot"), ("สมมุติฐาน", "Sommuttithan"), ("แบบฝึก", "Baepfuek"),
        ("ไร้ตัวตน", "Raituaton"), ("ชั่วคราว", "Chuakhrao"), ("ไม่มีจริง", "Maimiching"),
        ("ในนิทาน", "Nainithan"), ("แต่งขึ้น", "Taengkhuen"),
    ]

    /// Numbers, colours and the like, which make a first name out of such a word.
    package static let first: [Word] = [
        ("หนึ่ง", "nueng"), ("สอง", "song"), ("สาม", "sam"), ("สี่", "si"), ("ห้า", "ha"), ("หก", "hok"),
        ("เจ็ด", "chet"), ("แปด", "paet"), ("เก้า", "kao"), ("สิบ", "sip"), ("ร้อย", "roi"), ("พัน", "phan"),
        ("แดง", "daeng"), ("เขียว", "khiao"), ("ฟ้า", "fa"), ("ส้ม", "som"), ("ม่วง", "muang"), ("ขาว", "khao"),
        ("ดำ", "dam"), ("ชมพู", "chomphu"), ("เหนือ", "nuea"), ("ใต้", "tai"), ("กลาง", "klang"), ("ใหม่", "mai"),
        ("เล็ก", "lek"), ("ใหญ่", "yai"), ("กลม", "klom"), ("เหลี่ยม", "liam"), ("ยาว", "yao"), ("สั้น", "san"),
        ("เช้า", "chao"), ("สาย", "sai"), ("บ่าย", "bai"), ("เย็น", "yen"), ("จันทร์", "chan"), ("พุธ", "phut"),
        ("เสาร์", "sao"), ("ต้น", "ton"), ("ปลาย", "plai"), ("พิเศษ", "phiset"),
    ]

    /// What makes a family name out of such a word.
    package static let family: [Word] = [
        ("ชน", "chon"), ("กุล", "kun"), ("สกุล", "sakun"), ("ตระกูล", "trakun"), ("ฐาน", "than"),
        ("นคร", "nakhon"), ("ธรรม", "tham"), ("เจริญ", "charoen"), ("ทรัพย์", "sap"), ("ศิลป์", "sin"),
        ("ไพศาล", "phaisan"), ("มงคล", "mongkhon"), ("สุข", "suk"), ("ดี", "di"), ("งาม", "ngam"),
        ("ใจดี", "chaidi"), ("รักษ์", "rak"), ("คีรี", "khiri"), ("ธารา", "thara"), ("พนา", "phana"),
        ("บุรี", "buri"), ("ชัย", "chai"), ("เลิศ", "loet"), ("รุ่งเรือง", "rungrueang"), ("มั่นคง", "mankhong"),
        ("ทอง", "thong"), ("แก้ว", "kaeo"), ("เพชร", "phet"), ("ไทย", "thai"), ("สถิต", "sathit"),
    ]
}
