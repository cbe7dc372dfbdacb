/// The words of which invented places consist. Provinces are real ones; no district in them is.
///
/// Their order is part of what a seed gives: a word may not be added, removed or moved.
enum PlaceWords {
    /// Every invented place has one of these in its name.
    static let invented = [
        "ตัวอย่าง", "ทดสอบ", "สมมติ", "จำลอง", "ลองดู", "ทดลอง", "ต้นแบบ", "แบบร่าง", "นิยาย", "เสมือน", "ไม่มีจริง",
        "ในนิทาน",
    ]

    /// "House", "pond", "canal" and the like, which often begin a place's name.
    static let beginnings = ["บ้าน", "หนอง", "คลอง", "บาง", "โนน", "ดอน", "ทุ่ง", "ท่า", "วัง", "เขา", "ห้วย", "โคก"]

    /// "North", "new" and the like, which often end it.
    static let endings = ["เหนือ", "ใต้", "กลาง", "ใหม่", "น้อย", "ใหญ่", "ออก", "ตก"]

    /// The capital, which is a province of its own kind.
    static let bangkok = "กรุงเทพมหานคร"

    /// The other provinces.
    static let provinces = [
        "กระบี่", "กาญจนบุรี", "กาฬสินธุ์", "กำแพงเพชร", "ขอนแก่น", "จันทบุรี", "ฉะเชิงเทรา", "ชลบุรี", "ชัยนาท", "ชัยภูมิ",
        "ชุมพร", "เชียงราย", "เชียงใหม่", "ตรัง", "ตราด", "ตาก", "นครนายก", "นครปฐม", "นครพนม", "นครราชสีมา",
        "นครศรีธรรมราช", "นครสวรรค์", "นนทบุรี", "นราธิวาส", "น่าน", "บึงกาฬ", "บุรีรัมย์", "ปทุมธานี", "ประจวบคีรีขันธ์",
        "ปราจีนบุรี", "ปัตตานี", "พระนครศรีอยุธยา", "พะเยา", "พังงา", "พัทลุง", "พิจิตร", "พิษณุโลก", "เพชรบุรี", "เพชรบูรณ์",
        "แพร่", "ภูเก็ต", "มหาสารคาม", "มุกดาหาร", "แม่ฮ่องสอน", "ยโสธร", "ยะลา", "ร้อยเอ็ด", "ระนอง", "ระยอง", "ราชบุรี",
        "ลพบุรี", "ลำปาง", "ลำพูน", "เลย", "ศรีสะเกษ", "สกลนคร", "สงขลา", "สตูล", "สมุทรปราการ", "สมุทรสงคราม",
        "สมุทรสาคร", "สระแก้ว", "สระบุรี", "สิงห์บุรี", "สุโขทัย", "สุพรรณบุรี", "สุราษฎร์ธานี", "สุรินทร์", "หนองคาย",
        "หนองบัวลำภู", "อ่างทอง", "อำนาจเจริญ", "อุดรธานี", "อุตรดิตถ์", "อุทัยธานี", "อุบลราชธานี",
    ]

    /// An invented place's name, without what it is a name of.
    static func name(_ lots: inout SplitMix64) -> String {
        let word = lots.element(of: invented)
        switch lots.below(10) {
        case 0...5: return lots.element(of: beginnings) + word
        case 6...8: return word + lots.element(of: endings)
        default: return word
        }
    }
}
