"""The invented people: what their cards hold, and what a reader must make of it.

Names say that they are made up, registrar code 0000 belongs to no office, and where a card is odd,
`seen` says how. Expiry follows the office's rule where the card does not show something else:
the day before the birthday, eight years after the first birthday since the day of issue.
"""

from dataclasses import dataclass, field

from values import (
    BLANK, FEMALE, LIFELONG, MALE, Value, address, date, encode, grouped, name, no_date, sex, text)

TH_NID_6 = "3B6800005448204E49442036"
TH_NID_9 = "3B781800005448204E49442039"
TH_NID_15 = "3B799600FF5448204E4944203135"
TH_NID_17 = "3B799600005448204E4944203137"
TH_NID_18 = "3B799600005448204E4944203138"


@dataclass(frozen=True)
class Person:
    """One fixture."""

    name: str
    seen: str  # what the fixture shows, as the first line of its recording
    card: dict
    portrait: str | None
    exchanges: int  # how many a full read takes
    recorded: str
    reader: str | None = "Virtual PCD 00 00"
    atr: str = TH_NID_17
    laser: Value | None = None
    laser_status: str | None = None  # what SELECT says instead of success
    serial: str | None = None
    cplc_status: str | None = None
    health: dict | None = None
    states: dict = field(default_factory=dict)
    warnings: tuple = ()  # code, field and, where numbers belong to it, these
    error: str | None = None
    padding: bytes = b" "
    photo_length: bytes | None = None  # where it is not the photo's length
    photo_until: int | None = None  # where the last READ ends, if not with the photo
    direct: bool = False  # on a stack that fetches whole answers by itself


def holder(
    citizenID, nameThai, nameEnglish, birthDate, sex, requestNumber, issuer, issuerCode, issueDate, expiryDate,
    address, underPhotoNumber, dataVersion=text("0003"),
):
    """The fields of the storage application in the order of the record."""
    return {
        "dataVersion": dataVersion, "citizenID": text(citizenID), "nameThai": nameThai, "nameEnglish": nameEnglish,
        "birthDate": birthDate, "sex": sex, "requestNumber": requestNumber, "issuer": issuer, "issuerCode": issuerCode,
        "issueDate": issueDate, "expiryDate": expiryDate, "unknownDigits": text("01"), "address": address,
        "underPhotoNumber": underPhotoNumber,
    }


PEOPLE = [
    Person(
        "ordinary", "A card as most are: Bangkok, eight-part address, photo of 4,929 bytes, no health application.",
        holder(
            "1000000000009",
            name("นาย", "ทดสอบ", None, "ตัวอย่าง", full="นายทดสอบ ตัวอย่าง"),
            name("Mr.", "Thotsop", None, "Tuayang", full="Mr. Thotsop Tuayang"),
            date("25330415", "1990-04-15"), MALE, text("00000512345/01234567"),
            text("ท้องถิ่นตัวอย่าง/จังหวัดตัวอย่าง"), text("3000000000005"),
            date("25660601", "2023-06-01"), date("25750414", "2032-04-14"),
            address("99/1", None, None, "ซอยตัวอย่าง 5", "ถนนตัวอย่าง", "แขวงตัวอย่าง", "เขตตัวอย่าง", "กรุงเทพมหานคร"),
            grouped("00000501234567", "0000-05-01234567")),
        "ordinary", 54, "2026-11-23T09:41:07+07:00",
        laser=grouped("JT9999999999", "JT9-9999999-99"), serial="0011223344556677"),

    Person(
        "middle-name", "A middle name, and a birthday on 29 February.",
        holder(
            "1000000001005",
            name("นางสาว", "ทดสอบ", "กลาง", "ตัวอย่าง", full="นางสาวทดสอบ กลาง ตัวอย่าง"),
            name("Miss", "Thotsop", "Klang", "Tuayang", full="Miss Thotsop Klang Tuayang"),
            date("25390229", "1996-02-29"), FEMALE, text("00000500001/00000101"),
            text("เขตตัวอย่าง/กรุงเทพมหานคร"), text("3000000001001"),
            date("25640810", "2021-08-10"), date("25730228", "2030-02-28"),
            address("12", None, "ตรอกสมมติ", None, "ถนนจำลอง", "แขวงสมมติ", "เขตจำลอง", "กรุงเทพมหานคร"),
            grouped("00000500000101", "0000-05-00000101")),
        "long-hair", 54, "2026-11-23T09:52:30+07:00",
        laser=grouped("JC0000000001", "JC0-0000000-01"), serial="0000000000000101"),

    Person(
        "no-hash-name", "Names without the separator #.",
        holder(
            "3000000001001",
            name(None, "นายลองดู สมมติชน", None, None, full="นายลองดู สมมติชน", raw="นายลองดู สมมติชน"),
            name(None, "Mr. Longdoo Sommotchon", None, None, full="Mr. Longdoo Sommotchon", raw="Mr. Longdoo Sommotchon"),
            date("25210912", "1978-09-12"), MALE, text("00000500002/00000102"),
            text("อำเภอสมมติ/จังหวัดจำลอง"), text("3000000002008"),
            date("25650105", "2022-01-05"), date("25730911", "2030-09-11"),
            address("5/2", "หมู่ที่ 1", None, None, None, "ตำบลสมมติ", "อำเภอเมืองจำลอง", "จังหวัดจำลอง"),
            grouped("00000100000102", "0000-01-00000102")),
        "ordinary", 54, "2026-11-23T10:03:15+07:00",
        laser=grouped("JT0000000002", "JT0-0000000-02"), serial="0000000000000102",
        states={"nameThai": "partial", "nameEnglish": "partial"},
        warnings=(
            ("name.slots", "nameThai", {"parts": 1}), ("name.undivided", "nameThai"), ("name.slots", "nameEnglish", {"parts": 1}),
            ("name.undivided", "nameEnglish"))),

    Person(
        "three-slots", "Names of three parts: no place for a middle name.",
        holder(
            "3000000002008",
            name("นาง", "จำลอง", None, "สมมุติฐาน", full="นางจำลอง สมมุติฐาน", raw="นาง#จำลอง#สมมุติฐาน"),
            name("Mrs.", "Chamlong", None, "Sommuttithan", full="Mrs. Chamlong Sommuttithan",
                 raw="Mrs.#Chamlong#Sommuttithan"),
            date("25180704", "1975-07-04"), FEMALE, text("00000500003/00000103"),
            text("อำเภอทดสอบ/จังหวัดสมมติ"), text("3000000002008"),
            date("25670320", "2024-03-20"), date("25750703", "2032-07-03"),
            address("88", "หมู่ที่ 12", None, "ซอยลองดู", None, "ตำบลทดสอบ", "อำเภอทดสอบ", "จังหวัดสมมติ"),
            grouped("00000200000103", "0000-02-00000103")),
        "scarf", 42, "2026-11-23T10:14:00+07:00", reader="ACS ACR39U ICC Reader 00 00", atr=TH_NID_15,
        laser=grouped("JC0000000003", "JC0-0000000-03"), serial="0000000000000103",
        warnings=(("name.slots", "nameThai", {"parts": 3}), ("name.slots", "nameEnglish", {"parts": 3}))),

    Person(
        "five-slots", "Names of five parts.",
        holder(
            "1000000002001",
            name("นาย", "ลองดู", "กลางหนึ่ง กลางสอง", "ตัวอย่าง", full="นายลองดู กลางหนึ่ง กลางสอง ตัวอย่าง",
                 raw="นาย#ลองดู#กลางหนึ่ง#กลางสอง#ตัวอย่าง"),
            name("Mr.", "Longdoo", "Klangnueng Klangsong", "Tuayang", full="Mr. Longdoo Klangnueng Klangsong Tuayang",
                 raw="Mr.#Longdoo#Klangnueng#Klangsong#Tuayang"),
            date("25420130", "1999-01-30"), MALE, text("00000500004/00000104"),
            text("ท้องถิ่นเทศบาลเมืองสมมติ/จังหวัดจำลอง"), text("5000000000001"),
            date("25681112", "2025-11-12"), date("25770129", "2034-01-29"),
            address("7/77", None, None, None, "ถนนทดสอบ", "ตำบลในเมือง", "อำเภอเมืองจำลอง", "จังหวัดจำลอง"),
            grouped("00000300000104", "0000-03-00000104")),
        "ordinary", 54, "2026-11-23T10:25:45+07:00",
        laser=grouped("JT0000000004", "JT0-0000000-04"), serial="0000000000000104",
        warnings=(("name.slots", "nameThai", {"parts": 5}), ("name.slots", "nameEnglish", {"parts": 5}))),

    Person(
        "long-address", "Thai name, English name and issuer fill their 100 bytes, the address its 160: any of them may be cut.",
        holder(
            "1000000003008",
            name("พันตำรวจเอกหญิงสมมติ", "ยาวที่สุดเท่าที่บัตรนี้จะเก็บได้", "ชื่อกลางก็ยาวมาก", "ตัวอย่างสมมุติฐานวงศ์จำลองกุล",
                 full="พันตำรวจเอกหญิงสมมติยาวที่สุดเท่าที่บัตรนี้จะเก็บได้ ชื่อกลางก็ยาวมาก ตัวอย่างสมมุติฐานวงศ์จำลองกุล"),
            name("Pol.Col.", "Yaothisutthaothibatnichakepdai", "Chueklangkoyaomakmueankan", "Na Tuayangsommuttithanwongchamlong",
                 full="Pol.Col. Yaothisutthaothibatnichakepdai Chueklangkoyaomakmueankan Na Tuayangsommuttithanwongchamlong"),
            date("25301231", "1987-12-31"), FEMALE, text("00000500005/00000105"),
            text("สำนักทะเบียนท้องถิ่นเทศบาลนครตัวอย่างสมมติจำลองสมมติฐานลองดูทดสอบ/จังหวัดตัวอย่างสมมติจำลองสมมุติฐาน"),
            text("5000000001008"),
            date("25690201", "2026-02-01"), date("25771230", "2034-12-30"),
            address("999/99999", "หมู่ที่ 99", "ตรอกตัวอย่างสมมติ", "ซอยตัวอย่างสมมติ 99/9", "ถนนตัวอย่างสมมติจำลอง",
                    "ตำบลตัวอย่างสมมติจำลองลองดู", "อำเภอเมืองตัวอย่างสมมติจำลอง", "จังหวัดตัวอย่างสมมติ"),
            grouped("00000400000105", "0000-04-00000105")),
        "long-hair", 54, "2026-11-23T10:36:30+07:00", atr=TH_NID_18,
        laser=grouped("ME0000000005", "ME0-0000000-05"), serial="0000000000000105",
        states={"nameThai": "partial", "nameEnglish": "partial", "issuer": "partial", "address": "partial"},
        warnings=(
            ("text.full", "nameThai"), ("text.full", "nameEnglish"), ("text.full", "issuer"), ("text.full", "address"))),

    Person(
        "rural", "A village address: moo, tambon, amphoe, changwat.",
        holder(
            "1000000004004",
            name("นาง", "สมมติ", None, "ชนบทจำลอง", full="นางสมมติ ชนบทจำลอง"),
            name("Mrs.", "Sommot", None, "Chonnabotchamlong", full="Mrs. Sommot Chonnabotchamlong"),
            date("25271105", "1984-11-05"), FEMALE, text("00000500006/00000106"),
            text("อำเภอตัวอย่าง/จังหวัดตัวอย่าง"), text("3000000003004"),
            date("25630717", "2020-07-17"), date("25711104", "2028-11-04"),
            address("123", "หมู่ที่ 4", None, None, None, "ตำบลตัวอย่าง", "อำเภอตัวอย่าง", "จังหวัดตัวอย่าง"),
            grouped("00000600000106", "0000-06-00000106")),
        "scarf", 42, "2026-11-23T10:47:15+07:00",
        laser=grouped("JC0000000006", "JC0-0000000-06"), serial="0000000000000106"),

    Person(
        "lifelong", "A card for life: expiry 99999999.",
        holder(
            "3000000003004",
            name("นาย", "ชรา", None, "ตัวอย่าง", full="นายชรา ตัวอย่าง"),
            name("Mr.", "Chara", None, "Tuayang", full="Mr. Chara Tuayang"),
            date("24950310", "1952-03-10"), MALE, text("00000500007/00000107"),
            text("เขตจำลอง/กรุงเทพมหานคร"), text("3000000004001"),
            date("25651010", "2022-10-10"), LIFELONG,
            address("41/3", None, None, "ซอยผู้สูงวัย", "ถนนสมมติ", "แขวงจำลอง", "เขตจำลอง", "กรุงเทพมหานคร"),
            grouped("00000700000107", "0000-07-00000107")),
        "grey-hair", 50, "2026-11-23T10:58:00+07:00",
        laser=grouped("JT0000000007", "JT0-0000000-07"), serial="0000000000000107"),

    Person(
        "year-only-birth", "Of the birth only the year is known: 24890000.",
        holder(
            "3000000004001",
            name("นาง", "คุณยาย", None, "สมมติ", full="นางคุณยาย สมมติ"),
            name("Mrs.", "Khunyai", None, "Sommot", full="Mrs. Khunyai Sommot"),
            date("24890000", "1946"), FEMALE, text("00000500008/00000108"),
            text("อำเภอลองดู/จังหวัดสมมติ"), text("3000000003004"),
            date("25600502", "2017-05-02"), LIFELONG,
            address("9", "หมู่ที่ 9", None, None, None, "ตำบลลองดู", "อำเภอลองดู", "จังหวัดสมมติ"),
            grouped("00000800000108", "0000-08-00000108")),
        "bun", 48, "2026-11-23T11:08:45+07:00", atr=TH_NID_9,
        laser=grouped("JC0000000008", "JC0-0000000-08"), serial="0000000000000108",
        states={"birthDate": "partial"}),

    Person(
        "month-only-birth", "Of the birth the day is unknown: 25010700.",
        holder(
            "3000000005007",
            name("นาย", "เดือนเดียว", None, "จำลอง", full="นายเดือนเดียว จำลอง"),
            name("Mr.", "Dueandiao", None, "Chamlong", full="Mr. Dueandiao Chamlong"),
            date("25010700", "1958-07"), MALE, text("00000500009/00000109"),
            text("อำเภอสมมติ/จังหวัดจำลอง"), text("3000000002008"),
            date("25680918", "2025-09-18"), date("25770630", "2034-06-30"),
            address("230", "หมู่ที่ 2", None, None, "ถนนสายทดสอบ", "ตำบลสมมติ", "อำเภอสมมติ", "จังหวัดจำลอง"),
            grouped("00000900000109", "0000-09-00000109")),
        "grey-hair", 50, "2026-11-23T11:19:30+07:00",
        laser=grouped("JT0000000009", "JT0-0000000-09"), serial="0000000000000109",
        states={"birthDate": "partial"}),

    Person(
        "blank-expiry", "An old holder: birth 00000000, expiry eight spaces.",
        holder(
            "5000000001008",
            name("นาย", "ไม่ทราบวัน", None, "ทดสอบ", full="นายไม่ทราบวัน ทดสอบ"),
            name("Mr.", "Maisapwan", None, "Thotsop", full="Mr. Maisapwan Thotsop"),
            no_date("00000000", "unknown"), MALE, text("00000500010/00000110"),
            text("อำเภอทดสอบ/จังหวัดสมมติ"), text("3000000002008"),
            date("25450820", "2002-08-20"), BLANK,
            address("1", "หมู่ที่ 3", None, None, None, "ตำบลทดสอบ", "อำเภอทดสอบ", "จังหวัดสมมติ"),
            grouped("00001000000110", "0000-10-00000110")),
        "grey-hair", 50, "2026-11-23T11:30:15+07:00", atr=TH_NID_9,
        laser=grouped("JC0000000010", "JC0-0000000-10"), serial="0000000000000110",
        states={"birthDate": "partial", "expiryDate": "blank"}),

    Person(
        "impossible-date", "Dates that no calendar has: month 13 in 25331345, 29 February of a common year in 25660229.",
        holder(
            "1000000005001",
            name("นาย", "วันผิด", None, "สมมุติฐาน", full="นายวันผิด สมมุติฐาน"),
            name("Mr.", "Wanphit", None, "Sommuttithan", full="Mr. Wanphit Sommuttithan"),
            no_date("25331345", "unknown"), MALE, text("00000500011/00000111"),
            text("เขตตัวอย่าง/กรุงเทพมหานคร"), text("3000000001001"),
            no_date("25660229", "unknown"), date("25741231", "2031-12-31"),
            address("60/6", None, None, "ซอยทดสอบ 6", None, "แขวงตัวอย่าง", "เขตตัวอย่าง", "กรุงเทพมหานคร"),
            grouped("00001100000111", "0000-11-00000111")),
        "ordinary", 54, "2026-11-23T11:41:00+07:00",
        laser=grouped("JT0000000011", "JT0-0000000-11"), serial="0000000000000111",
        states={"birthDate": "partial", "issueDate": "partial"},
        warnings=(("date.impossible", "birthDate"), ("date.impossible", "issueDate"))),

    Person(
        "no-photo", "A photo area of nothing but spaces.",
        holder(
            "3000000006003",
            name("นาง", "ไร้รูป", None, "ตัวอย่าง", full="นางไร้รูป ตัวอย่าง"),
            name("Mrs.", "Rairup", None, "Tuayang", full="Mrs. Rairup Tuayang"),
            date("25220519", "1979-05-19"), FEMALE, text("00000500012/00000112"),
            text("ท้องถิ่นตัวอย่าง/จังหวัดตัวอย่าง"), text("3000000000005"),
            date("25651225", "2022-12-25"), date("25740518", "2031-05-18"),
            address("33/3", "หมู่ที่ 3", None, None, "ถนนตัวอย่าง", "ตำบลตัวอย่าง", "อำเภอตัวอย่าง", "จังหวัดตัวอย่าง"),
            grouped("00001200000112", "0000-12-00000112")),
        None, 16, "2026-11-23T11:51:45+07:00",
        laser=grouped("JC0000000012", "JC0-0000000-12"), serial="0000000000000112",
        states={"photo": "blank"}),

    Person(
        "full-photo", "A photo that takes all 5,118 bytes there are.",
        holder(
            "3000000007000",
            name("ว่าที่ร้อยตรี", "เต็มพื้นที่", None, "จำลอง", full="ว่าที่ร้อยตรีเต็มพื้นที่ จำลอง"),
            name("Acting Sub Lt.", "Temphuenthi", None, "Chamlong", full="Acting Sub Lt. Temphuenthi Chamlong"),
            date("25151007", "1972-10-07"), MALE, text("00000500013/00000113"),
            text("ท้องถิ่นเทศบาลเมืองสมมติ/จังหวัดจำลอง"), text("5000000000001"),
            date("25670909", "2024-09-09"), date("25751006", "2032-10-06"),
            address("511/8", None, None, "ซอยเต็ม 1", "ถนนทดสอบ", "ตำบลในเมือง", "อำเภอเมืองจำลอง", "จังหวัดจำลอง"),
            grouped("00001300000113", "0000-13-00000113")),
        "full", 56, "2026-11-23T12:02:30+07:00", reader="Alcor Micro AK9563 00 00",
        laser=grouped("JT0000000013", "JT0-0000000-13"), serial="0000000000000113"),

    Person(
        "old-atr", "An old, slow chip (ATR 3B 68) without any chip number; the number under the photo is blank.",
        holder(
            "3000000008006",
            name("นาย", "ชิปเก่า", None, "ทดสอบ", full="นายชิปเก่า ทดสอบ"),
            name("Mr.", "Chipkao", None, "Thotsop", full="Mr. Chipkao Thotsop"),
            date("25120202", "1969-02-02"), MALE, text("00000500014/00000114"),
            text("อำเภอทดสอบ/จังหวัดสมมติ"), text("3000000002008"),
            date("25480603", "2005-06-03"), date("25540602", "2011-06-02"),
            address("68", "หมู่ที่ 6", None, None, None, "ตำบลเก่า", "อำเภอทดสอบ", "จังหวัดสมมติ"),
            BLANK),
        "full", 51, "2026-11-23T12:13:15+07:00", reader="Generic EMV Smartcard Reader 00 00", atr=TH_NID_6,
        laser_status="6A82", cplc_status="6A82",
        states={"underPhotoNumber": "blank"}),

    Person(
        "no-laser-number", "No application for the laser number; the chip's own number is there.",
        holder(
            "1000000006007",
            name("นางสาว", "ไร้เลขหลัง", None, "สมมติ", full="นางสาวไร้เลขหลัง สมมติ"),
            name("Miss", "Railekhlang", None, "Sommot", full="Miss Railekhlang Sommot"),
            date("25401118", "1997-11-18"), FEMALE, text("00000500015/00000115"),
            text("อำเภอลองดู/จังหวัดสมมติ"), text("3000000003004"),
            date("25660110", "2023-01-10"), date("25741117", "2031-11-17"),
            address("15/1", "หมู่ที่ 5", None, None, None, "ตำบลลองดู", "อำเภอลองดู", "จังหวัดสมมติ"),
            grouped("00001500000115", "0000-15-00000115")),
        "bob", 36, "2026-11-23T12:24:00+07:00",
        laser_status="6A82", serial="aabbccddeeff0115",
        states={"chip.laserNumber": "blank"}),

    Person(
        "chip-refused", "The laser number is refused (6F00), and there is no card manager to select.",
        holder(
            "3000000009002",
            name("นาย", "ชิปปฏิเสธ", None, "จำลอง", full="นายชิปปฏิเสธ จำลอง"),
            name("Mr.", "Chippatiset", None, "Chamlong", full="Mr. Chippatiset Chamlong"),
            date("25190825", "1976-08-25"), MALE, text("00000500016/00000116"),
            text("อำเภอสมมติ/จังหวัดจำลอง"), text("3000000002008"),
            date("25551001", "2012-10-01"), date("25640824", "2021-08-24"),
            address("16", "หมู่ที่ 6", None, "ซอยปฏิเสธ", None, "ตำบลสมมติ", "อำเภอสมมติ", "จังหวัดจำลอง"),
            grouped("00001600000116", "0000-16-00000116")),
        "ordinary", 49, "2026-11-23T12:34:45+07:00", reader="Generic EMV Smartcard Reader 00 00", atr=TH_NID_9,
        laser_status="6F00", cplc_status="6A82",
        states={"chip.laserNumber": "failed", "chip.serialNumber": "blank"},
        warnings=(("field.failed", "chip.laserNumber", {"reason": "refused", "status": "6F00"}),)),

    Person(
        "odd-laser-number", "A laser number of two letters and nine digits.",
        holder(
            "2000000001003",
            name("นาย", "เลขแปลก", None, "สมมติ", full="นายเลขแปลก สมมติ"),
            name("Mr.", "Lekplaek", None, "Sommot", full="Mr. Lekplaek Sommot"),
            date("25370722", "1994-07-22"), MALE, text("00000500017/00000117"),
            text("เขตจำลอง/กรุงเทพมหานคร"), text("3000000004001"),
            date("25680101", "2025-01-01"), date("25760721", "2033-07-21"),
            address("17/7", None, None, None, "ถนนลองดู", "แขวงลองดู", "เขตจำลอง", "กรุงเทพมหานคร"),
            grouped("00001700000117", "0000-17-00000117")),
        "ordinary", 54, "2026-11-23T12:45:30+07:00",
        laser=text("JT000000017"), serial="0000000000000117",
        warnings=(("laserNumber.format", "chip.laserNumber"),)),

    Person(
        "health", "A health application with data; secondary entitlement, second hospital and expiry are blank.",
        holder(
            "1000000007003",
            name("นางสาว", "มีสิทธิ", None, "ทดสอบ", full="นางสาวมีสิทธิ ทดสอบ"),
            name("Miss", "Misit", None, "Thotsop", full="Miss Misit Thotsop"),
            date("25350606", "1992-06-06"), FEMALE, text("00000500018/00000118"),
            text("เขตตัวอย่าง/กรุงเทพมหานคร"), text("3000000001001"),
            date("25670606", "2024-06-06"), date("25760605", "2033-06-05"),
            address("18", None, None, "ซอยสุขภาพ 8", "ถนนตัวอย่าง", "แขวงตัวอย่าง", "เขตตัวอย่าง", "กรุงเทพมหานคร"),
            grouped("00001800000118", "0000-18-00000118")),
        "long-hair", 59, "2026-11-23T12:56:15+07:00",
        laser=grouped("JC0000000018", "JC0-0000000-18"), serial="0000000000000118",
        health={
            "mainEntitlement": text("สิทธิตัวอย่างสำหรับการทดสอบ"), "subEntitlement": BLANK,
            "mainHospital": text("โรงพยาบาลสมมติ"), "subHospital": BLANK, "paidType": text("1"),
            "issueDate": date("25660101", "2023-01-01"), "expiryDate": BLANK,
            "updateDate": date("25660215", "2023-02-15"), "hospitalChanges": text("0"),
        },
        states={"health.subEntitlement": "blank", "health.subHospital": "blank", "health.expiryDate": "blank"}),

    Person(
        "health-blank", "A health application that was never written: nothing but spaces.",
        holder(
            "1000000008000",
            name("นาง", "สิทธิว่าง", None, "ลองดู", full="นางสิทธิว่าง ลองดู"),
            name("Mrs.", "Sitwang", None, "Longdoo", full="Mrs. Sitwang Longdoo"),
            date("25320403", "1989-04-03"), FEMALE, text("00000500019/00000119"),
            text("อำเภอตัวอย่าง/จังหวัดตัวอย่าง"), text("3000000003004"),
            date("25640404", "2021-04-04"), date("25730402", "2030-04-02"),
            address("19/9", "หมู่ที่ 9", None, None, None, "ตำบลว่าง", "อำเภอตัวอย่าง", "จังหวัดตัวอย่าง"),
            grouped("00001900000119", "0000-19-00000119")),
        "scarf", 47, "2026-11-23T13:07:00+07:00",
        laser=grouped("JT0000000019", "JT0-0000000-19"), serial="0000000000000119",
        health={
            "mainEntitlement": BLANK, "subEntitlement": BLANK, "mainHospital": BLANK, "subHospital": BLANK,
            "paidType": BLANK, "issueDate": BLANK, "expiryDate": BLANK, "updateDate": BLANK, "hospitalChanges": BLANK,
        },
        states={
            "health.mainEntitlement": "blank", "health.subEntitlement": "blank", "health.mainHospital": "blank",
            "health.subHospital": "blank", "health.paidType": "blank", "health.issueDate": "blank",
            "health.expiryDate": "blank", "health.updateDate": "blank", "health.hospitalChanges": "blank",
        }),

    Person(
        "version-0002", "Data version 0002, an old layout that is not supported: the read ends there.",
        holder(
            "3000000010001",
            name("นาย", "รุ่นเก่า", None, "ตัวอย่าง", full="นายรุ่นเก่า ตัวอย่าง"),
            name("Mr.", "Runkao", None, "Tuayang", full="Mr. Runkao Tuayang"),
            date("24800101", "1937-01-01"), MALE, text("00000500020/00000120"),
            text("อำเภอตัวอย่าง/จังหวัดตัวอย่าง"), text("3000000003004"),
            date("25480711", "2005-07-11"), LIFELONG,
            address("20", "หมู่ที่ 2", None, None, None, "ตำบลเก่า", "อำเภอตัวอย่าง", "จังหวัดตัวอย่าง"),
            grouped("00002000000120", "0000-20-00000120"), dataVersion=text("0002")),
        "grey-hair", 4, "2026-11-23T13:17:45+07:00", reader="Generic EMV Smartcard Reader 00 00", atr=TH_NID_6,
        error="card-version"),

    Person(
        "bad-check-digit", "A citizen ID whose last digit is wrong, in two reads with a reset between.",
        holder(
            "1000000009007",
            name("นาย", "เลขผิด", None, "จำลอง", full="นายเลขผิด จำลอง"),
            name("Mr.", "Lekphit", None, "Chamlong", full="Mr. Lekphit Chamlong"),
            date("25380516", "1995-05-16"), MALE, text("00000500021/00000121"),
            text("เขตจำลอง/กรุงเทพมหานคร"), text("3000000004001"),
            date("25670515", "2024-05-15"), date("25750515", "2032-05-15"),
            address("21/1", None, None, "ซอยเลขผิด", None, "แขวงจำลอง", "เขตจำลอง", "กรุงเทพมหานคร"),
            grouped("00002100000121", "0000-21-00000121")),
        "ordinary", 58, "2026-11-23T13:28:30+07:00",
        laser=grouped("JT0000000021", "JT0-0000000-21"), serial="0000000000000121",
        warnings=(("citizenID.checkDigit", "citizenID"),), error="card-data"),

    Person(
        "cp874-bytes", "Bytes of code page 874 (no-break space, curly quotes, ellipsis), and DB, which no Thai table has.",
        holder(
            "1000000010004",
            name("นางสาว", "ทดสอบ‘เล่น’", None, "ตัวอย่าง ไทย", full="นางสาวทดสอบ‘เล่น’ ตัวอย่าง ไทย",
                 raw=encode("นางสาว#ทดสอบ") + b"\x91" + encode("เล่น") + b"\x92" + encode("##ตัวอย่าง") + b"\xA0" + encode("ไทย")),
            name("Miss", "Thotsop", None, "Tuayang", full="Miss Thotsop Tuayang"),
            date("25361020", "1993-10-20"), FEMALE, text("00000500022/00000122"),
            text(b"\x93" + encode("อำเภอสมมติ") + b"\x94" + encode("/จังหวัดจำลอง") + b"\x85", "“อำเภอสมมติ”/จังหวัดจำลอง…"),
            text("3000000002008"),
            date("25650228", "2022-02-28"), date("25731019", "2030-10-19"),
            address("22", "หมู่ที่ 2", None, None, None, "ตำบล\uFFFDสมมติ", "อำเภอสมมติ", "จังหวัดจำลอง",
                    raw=encode("22#หมู่ที่ 2####ตำบล") + b"\xDB" + encode("สมมติ#อำเภอสมมติ#จังหวัดจำลอง")),
            grouped("00002200000122", "0000-22-00000122")),
        "long-hair", 54, "2026-11-23T13:39:15+07:00",
        laser=grouped("JC0000000022", "JC0-0000000-22"), serial="0000000000000122",
        warnings=(("text.cp874", "nameThai"), ("text.cp874", "issuer"), ("text.undefined", "address"))),

    Person(
        "control-bytes", "Terminal escapes, NUL and DEL inside text, a C1 byte, and a tone mark stored before its vowel.",
        holder(
            "1000000011001",
            name("นางสาว", "ล\u0E38\u0E48มทดสอบ", None, "ลองดู", full="นางสาวล\u0E38\u0E48มทดสอบ ลองดู",
                 raw="นางสาว#ล\u0E48\u0E38มทดสอบ##ลองดู"),
            name("Miss", "Lum]0;xthotsop", None, "Longdoo", full="Miss Lum]0;xthotsop Longdoo",
                 raw=b"Miss#Lum\x1B]0;x\x07thotsop##Longdoo"),
            date("25390614", "1996-06-14"), FEMALE, text("00000500023/00000123"),
            text(encode("อำเภอ") + b"\x00" + encode("สมมติ") + b"\x7F" + encode("/จังหวัดจำลอง"), "อำเภอสมมติ/จังหวัดจำลอง"),
            text("3000000002008"),
            date("25690614", "2026-06-14"), date("25780613", "2035-06-13"),
            address("23", None, None, "ซอยทดสอบ\uFFFD31m", None, "ตำบลสมมติ", "อำเภอสมมติ", "จังหวัดจำลอง",
                    raw=encode("23###ซอยทดสอบ") + b"\x9B" + encode("31m##ตำบลสมมติ#อำเภอสมมติ#จังหวัดจำลอง")),
            grouped("00002300000123", "0000-23-00000123")),
        "bob", 38, "2026-11-23T13:50:00+07:00",
        laser=grouped("JC0000000023", "JC0-0000000-23"), serial="0000000000000123",
        warnings=(("text.control", "nameEnglish"), ("text.control", "issuer"), ("text.undefined", "address"))),

    Person(
        "nul-padding", "Fields filled up with NUL instead of spaces; the request number is blank.",
        holder(
            "3000000011007",
            name("นาย", "เติมศูนย์", None, "จำลอง", full="นายเติมศูนย์ จำลอง"),
            name("Mr.", "Toemsun", None, "Chamlong", full="Mr. Toemsun Chamlong"),
            date("25170423", "1974-04-23"), MALE, BLANK,
            text("ท้องถิ่นเทศบาลเมืองสมมติ/จังหวัดจำลอง"), text("5000000000001"),
            date("25681001", "2025-10-01"), date("25770422", "2034-04-22"),
            address("24/4", None, "ตรอกศูนย์", None, "ถนนทดสอบ", "ตำบลในเมือง", "อำเภอเมืองจำลอง", "จังหวัดจำลอง"),
            grouped("00002400000124", "0000-24-00000124")),
        "grey-hair", 50, "2026-11-23T14:00:45+07:00",
        laser=grouped("JT0000000024", "JT0-0000000-24"), serial="0000000000000124", padding=b"\0",
        states={"requestNumber": "blank"}),

    Person(
        "five-part-address", "A child's card with an address of five parts, to be told apart by how they begin.",
        holder(
            "1000000012007",
            name("เด็กชาย", "ตัวน้อย", None, "สมมติ", full="เด็กชายตัวน้อย สมมติ"),
            name("Master", "Tuanoi", None, "Sommot", full="Master Tuanoi Sommot"),
            date("25560909", "2013-09-09"), MALE, text("00000500025/00000125"),
            text("อำเภอสมมติ/จังหวัดจำลอง"), text("3000000002008"),
            date("25640301", "2021-03-01"), date("25720908", "2029-09-08"),
            address("77/7", "หมู่ 7", None, None, None, "ต.จำลอง", "อำเภอสมมติ", "จ.จำลอง",
                    raw="77/7#หมู่ 7#ต.จำลอง#อำเภอสมมติ#จ.จำลอง"),
            grouped("00002500000125", "0000-25-00000125")),
        "pupil", 36, "2026-11-23T14:11:30+07:00",
        laser=grouped("JT0000000025", "JT0-0000000-25"), serial="0000000000000125",
        warnings=(("address.slots", "address", {"parts": 5}),)),

    Person(
        "photo-length-wrong", "A photo of 3,999 bytes whose length word says 0: its end marker tells where it ends.",
        holder(
            "3000000012003",
            name("นาง", "รูปยาวผิด", None, "ทดสอบ", full="นางรูปยาวผิด ทดสอบ"),
            name("Mrs.", "Rupyaophit", None, "Thotsop", full="Mrs. Rupyaophit Thotsop"),
            date("25030714", "1960-07-14"), FEMALE, text("00000500026/00000126"),
            text("อำเภอทดสอบ/จังหวัดสมมติ"), text("3000000002008"),
            date("25690101", "2026-01-01"), date("25770713", "2034-07-13"),
            address("26", "หมู่ที่ 6", None, None, None, "ตำบลทดสอบ", "อำเภอทดสอบ", "จังหวัดสมมติ"),
            grouped("00002600000126", "0000-26-00000126")),
        # 379 + 3,999 = 4,378 lies within the sixteenth read, 4,335 to 4,590.
        "bun", 48, "2026-11-23T14:22:15+07:00", photo_length=b"\x00\x00", photo_until=4590,
        laser=grouped("JC0000000026", "JC0-0000000-26"), serial="0000000000000126",
        warnings=(("photo.length", "photo"),)),

    Person(
        "photo-length-garbage", "A length word of FFFF, and a photo that ends where a read ends: one more read shows padding.",
        holder(
            "1000000013003",
            name("นางสาว", "พอดีคำ", None, "สมมุติฐาน", full="นางสาวพอดีคำ สมมุติฐาน"),
            name("Miss", "Phodikham", None, "Sommuttithan", full="Miss Phodikham Sommuttithan"),
            date("25340228", "1991-02-28"), FEMALE, text("00000500027/00000127"),
            text("เขตตัวอย่าง/กรุงเทพมหานคร"), text("3000000001001"),
            date("25660301", "2023-03-01"), date("25750227", "2032-02-27"),
            address("27/2", None, None, "ซอยพอดี", "ถนนตัวอย่าง", "แขวงตัวอย่าง", "เขตตัวอย่าง", "กรุงเทพมหานคร"),
            grouped("00002700000127", "0000-27-00000127")),
        # 379 + 4,976 = 5,355 is the end of the nineteenth read; the twentieth ends the area.
        "long-hair", 56, "2026-11-23T14:33:00+07:00", photo_length=b"\xFF\xFF", photo_until=5497,
        laser=grouped("JC0000000027", "JC0-0000000-27"), serial="0000000000000127",
        warnings=(("photo.length", "photo"),)),

    Person(
        "odd-codes", "A citizen ID that begins with 9, and a sex that is neither 1 nor 2.",
        holder(
            "9000000000004",
            name("คุณ", "รหัสแปลก", None, "ลองดู", full="คุณรหัสแปลก ลองดู"),
            name("Khun", "Rahatplaek", None, "Longdoo", full="Khun Rahatplaek Longdoo"),
            date("25410301", "1998-03-01"), sex("3", "unknown"), text("00000500028/00000128"),
            text("เขตจำลอง/กรุงเทพมหานคร"), text("3000000004001"),
            date("25670202", "2024-02-02"), date("25750229", "2032-02-29"),
            address("28", None, None, None, "ถนนลองดู", "แขวงลองดู", "เขตจำลอง", "กรุงเทพมหานคร"),
            grouped("00002800000128", "0000-28-00000128")),
        "scarf", 42, "2026-11-23T14:43:45+07:00",
        laser=grouped("JT0000000028", "JT0-0000000-28"), serial="0000000000000128",
        states={"sex": "partial"},
        warnings=(("citizenID.category", "citizenID"),)),

    Person(
        "direct-answers", "Recorded on a stack that fetches whole answers by itself: no GET RESPONSE; the reader is not named.",
        holder(
            "1000000014000",
            name("นางสาว", "ตอบตรง", None, "จำลอง", full="นางสาวตอบตรง จำลอง"),
            name("Miss", "Toptrong", None, "Chamlong", full="Miss Toptrong Chamlong"),
            date("25440808", "2001-08-08"), FEMALE, text("00000500029/00000129"),
            text("ท้องถิ่นตัวอย่าง/จังหวัดตัวอย่าง"), text("3000000000005"),
            date("25650809", "2022-08-09"), date("25740807", "2031-08-07"),
            address("29/9", None, None, "ซอยตรงไป", "ถนนตัวอย่าง", "แขวงตัวอย่าง", "เขตตัวอย่าง", "กรุงเทพมหานคร"),
            grouped("00002900000129", "0000-29-00000129")),
        "bob", 20, "2026-11-23T14:54:30+07:00", reader=None,
        laser=grouped("JC0000000029", "JC0-0000000-29"), serial="0000000000000129", direct=True),
]
