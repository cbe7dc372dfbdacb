// What each of them is stands with its row and with the property of `IDCard`.
extension Field {
    package static let dataVersion = Handle<String>("dataVersion", \.dataVersion)
    package static let citizenID = Handle<CitizenID>("citizenID", \.citizenID)
    package static let nameThai = Handle<PersonName>("nameThai", \.nameThai)
    package static let nameEnglish = Handle<PersonName>("nameEnglish", \.nameEnglish)
    package static let birthDate = Handle<PartialDate>("birthDate", \.birthDate)
    package static let sex = Handle<Sex>("sex", \.sex)
    package static let requestNumber = Handle<String>("requestNumber", \.requestNumber)
    package static let issuer = Handle<String>("issuer", \.issuer)
    package static let issuerCode = Handle<String>("issuerCode", \.issuerCode)
    package static let issueDate = Handle<PartialDate>("issueDate", \.issueDate)
    package static let expiryDate = Handle<PartialDate>("expiryDate", \.expiryDate)
    package static let unknownDigits = Handle<String>("unknownDigits", \.unknownDigits)
    package static let address = Handle<Address>("address", \.address)
    package static let underPhotoNumber = Handle<String>("underPhotoNumber", \.underPhotoNumber)
    package static let photo = Handle<Photo>("photo", \.photo)

    /// Numbers of the plastic and the chip.
    package enum Chip {
        package static let laserNumber = Handle<String>("laserNumber", in: .chip, \.chip.laserNumber)
        package static let serialNumber = Handle<String>("serialNumber", in: .chip, \.chip.serialNumber)
    }

    /// The health office's snapshot.
    package enum Health {
        package static let mainEntitlement = Handle<String>("mainEntitlement", in: .health, \.health.mainEntitlement)
        package static let subEntitlement = Handle<String>("subEntitlement", in: .health, \.health.subEntitlement)
        package static let mainHospital = Handle<String>("mainHospital", in: .health, \.health.mainHospital)
        package static let subHospital = Handle<String>("subHospital", in: .health, \.health.subHospital)
        package static let paidType = Handle<String>("paidType", in: .health, \.health.paidType)
        package static let issueDate = Handle<PartialDate>("issueDate", in: .health, \.health.issueDate)
        package static let expiryDate = Handle<PartialDate>("expiryDate", in: .health, \.health.expiryDate)
        package static let updateDate = Handle<PartialDate>("updateDate", in: .health, \.health.updateDate)
        package static let hospitalChanges = Handle<String>("hospitalChanges", in: .health, \.health.hospitalChanges)
    }
}
