import CardRecord
import Register
import ThaiIDCard

extension ErrorReport {
    /// What the register has to say, in words.
    init(_ error: RegisterError) { self.init(error.kind, error.words) }
}

extension RegisterError {
    /// What happened, and what to do about it.
    fileprivate var words: Words {
        switch kind {
        case .noRegister, .write, .logBroken: storeWords
        case .notAllowed, .needsApproval: rightWords
        case .key: keyWords
        default: requestWords
        }
    }

    private func detail(_ index: Int) -> String { detail.indices.contains(index) ? detail[index] : "" }

    private var storeWords: Words {
        switch problem {
        case .noStore:
            Words(
                Bilingual(
                    "ยังไม่มีทะเบียน\(detail(0).isEmpty ? "" : ": " + detail(0))",
                    "There is no register\(detail(0).isEmpty ? "" : ": " + detail(0))."),
                Bilingual(
                    "สร้างด้วย thaiid register init หรือระบุด้วย --store",
                    "Make one with thaiid register init, or name it with --store."))
        case .newerStore:
            Words(
                Bilingual(
                    "ทะเบียนรุ่น \(detail(0)) ใหม่กว่าที่โปรแกรมนี้รู้จัก (\(detail(1)))",
                    "The store is of version \(detail(0)), and this program knows \(detail(1))."),
                Bilingual("ใช้โปรแกรมรุ่นใหม่กว่า ข้อมูลไม่ถูกแตะต้อง", "Use a newer program; nothing was touched."))
        case .damagedStore:
            Words(
                Bilingual(
                    "ไฟล์ทะเบียนเสียหาย หรือไม่ใช่ไฟล์ทะเบียน (\(detail(0)))",
                    "The store is damaged, or is none (\(detail(0)))."),
                Bilingual("กู้จากสำเนา: thaiid register restore", "Restore it from a copy: thaiid register restore."))
        case .networkStore:
            Words(
                Bilingual("ทะเบียนอยู่บนไดรฟ์เครือข่าย (\(detail(0)))", "The store is on a network's drive (\(detail(0)))."),
                Bilingual(
                    "ย้ายไปดิสก์ในเครื่อง บนเครือข่ายข้อมูลอาจเสียหาย",
                    "Keep it on a disk of this machine; over a network it would be damaged."))
        case .busyStore:
            Words(
                Bilingual("มีโปรแกรมอื่นเขียนทะเบียนอยู่นานเกินไป", "Another program has been writing for too long."),
                Bilingual("ลองใหม่ในอีกสักครู่", "Try again in a moment."))
        case .otherStore:
            Words(
                Bilingual("ข้อมูลกับกุญแจเป็นของคนละทะเบียน", "People and keys are of two registers."),
                Bilingual("ตรวจชื่อไฟล์", "Look at the files' names."))
        case .noServer:
            Words(
                Bilingual("ไม่มีใครตอบที่ \(detail(0))", "Nobody answers at \(detail(0))."),
                Bilingual(
                    "เปิดบริการ: systemctl start thaiid-register", "Start the service: systemctl start thaiid-register."))
        case .full:
            Words(
                Bilingual("ดิสก์เต็ม ยังไม่ได้บันทึก", "The disk is full; nothing was saved."),
                Bilingual("เพิ่มเนื้อที่ แล้วทำอีกครั้ง", "Make room, then do it again."))
        case .readOnly:
            Words(
                Bilingual("ทะเบียนเขียนไม่ได้", "The store cannot be written."),
                Bilingual("ดูสิทธิ์ของไฟล์และโฟลเดอร์", "Look at the rights of files and folder."))
        case .logBroken:
            Words(
                Bilingual("บันทึกการใช้งานไม่ครบหรือถูกแก้ไข", "The log is not whole, or was tampered with."),
                Bilingual(
                    "เก็บสำเนาไว้ แจ้งผู้ตรวจสอบ และดูรายการข้างต้น",
                    "Keep a copy, tell the auditor, and look at what was found."))
        case .logNotWritten:
            Words(
                Bilingual("เขียนบันทึกการใช้งานไม่ได้ จึงไม่แสดงอะไร", "The log could not be written, so nothing is shown."),
                Bilingual("เพิ่มเนื้อที่ดิสก์ หรือแก้สิทธิ์", "Make room on the disk, or mend its rights."))
        default:
            Words(
                Bilingual(
                    "ทำไม่สำเร็จ (\(detail.joined(separator: " ")))", "It failed (\(detail.joined(separator: " ")))."),
                Bilingual("ดู thaiid register doctor", "See thaiid register doctor."))
        }
    }

    private var rightWords: Words {
        let ask = Bilingual("ถามผู้ดูแลทะเบียน (super)", "Ask a super user of the register.")
        switch problem {
        case .unknownAccount:
            return Words(
                Bilingual(
                    "บัญชี \(detail(0)) ไม่มีบทบาทในทะเบียนนี้", "The account \(detail(0)) has no role in this register."),
                Bilingual(
                    "ผู้ดูแลเพิ่มได้: thaiid register officer add \(detail(0)) --roles desk",
                    "A super user adds it: thaiid register officer add \(detail(0)) --roles desk."))
        case .role:
            return Words(
                Bilingual("บทบาทของคุณทำสิ่งนี้ไม่ได้ (\(detail(0)))", "Your role does not allow this (\(detail(0)))."), ask)
        case .purposeNotAllowed:
            return Words(Bilingual("คุณใช้วัตถุประสงค์ \(detail(0)) ไม่ได้", "You may not use the purpose \(detail(0))."), ask)
        case .outsideHours:
            return Words(Bilingual("อยู่นอกเวลาที่อนุญาต (\(detail(0)))", "It is outside your hours (\(detail(0)))."), ask)
        case .quotaUsed:
            return Words(
                Bilingual("ดูครบ \(detail(0)) ครั้งของวันนี้แล้ว", "The \(detail(0)) looks of today are used up."), ask)
        case .accountEnded:
            return Words(
                Bilingual("สิทธิ์ของบัญชี \(detail(0)) สิ้นสุดแล้ว", "The account \(detail(0)) has no rights any more."), ask)
        case .fieldNotAllowed:
            return Words(
                Bilingual(
                    "วัตถุประสงค์ \(detail(1)) ไม่มีข้อมูล \(detail(0))",
                    "The purpose \(detail(1)) does not have \(detail(0))."),
                Bilingual("เลือกข้อมูลที่มี หรือวัตถุประสงค์อื่น", "Choose what it has, or another purpose."))
        case .ownApproval:
            return Words(
                Bilingual("อนุมัติคำขอของตัวเองไม่ได้", "Nobody approves their own request."),
                Bilingual(
                    "ให้ผู้ดูแลอีกคนสั่ง thaiid register approve \(detail(0))",
                    "Another super user says thaiid register approve \(detail(0))."))
        default:
            return Words(
                Bilingual(
                    "ต้องมีผู้อนุมัติอีกคน: คำขอที่ \(detail(0)) (\(detail(1)))",
                    "Somebody else has to approve it: request \(detail(0)) (\(detail(1)))."),
                Bilingual(
                    "ผู้ดูแลอีกคนสั่ง thaiid register approve \(detail(0)) ภายใน 24 ชั่วโมง แล้วสั่งคำสั่งเดิมอีกครั้ง",
                    "Another super user says thaiid register approve \(detail(0)) within 24 hours; then say the same command again."
                ))
        }
    }

    private var keyWords: Words {
        let remedy = Bilingual(
            "สร้างกุญแจใหม่จากใบกู้คืน: thaiid register recovery use",
            "Make the key again from the recovery sheet: thaiid register recovery use.")
        switch problem {
        case .keyMissing:
            return Words(
                Bilingual("ไม่ทราบว่ากุญแจทะเบียนอยู่ที่ไหน", "Nobody says where the register's key is."),
                Bilingual(
                    "ระบุ --key-file หรือ [register] key-file ใน config.toml",
                    "Say --key-file, or key-file in [register] of config.toml."))
        case .keyWrong:
            return Words(
                Bilingual(
                    "กุญแจนี้ (\(detail(0))) ไม่ใช่กุญแจของทะเบียน (\(detail(1))) หรือเป็นกุญแจเก่าก่อนเปลี่ยน",
                    "This key (\(detail(0))) is not the register's (\(detail(1))), or is one from before a rekey."),
                remedy)
        case .personKeyMissing:
            return Words(
                Bilingual(
                    "กุญแจของบุคคลนี้หายไป จึงเปิดไม่ได้", "The key to this person is missing; nothing of them can be opened."),
                Bilingual(
                    "ใช้สำเนากุญแจที่ใหม่กว่า: thaiid register restore --person-keys",
                    "Restore a newer copy of the keys: thaiid register restore --person-keys."))
        default:
            return Words(
                Bilingual("ข้อมูลที่ปิดผนึกเสียหายหรือถูกสลับ", "Something sealed is damaged, or stands in another's place."),
                Bilingual(
                    "ดู thaiid register doctor แล้วกู้จากสำเนา", "See thaiid register doctor, then restore from a copy."))
        }
    }
}
