import RegisterModel
import Testing

/// Who may do what, as the regulation of the central registry has it in short.
@Suite struct ActTests {
    private func acts(of role: Role) -> Set<Act> { Set(Act.allCases.filter { $0.isAllowed(to: role) }) }

    @Test func deskSavesAndLooksAtWhoStandsThere() {
        #expect(acts(of: .desk) == [.save, .findByNumber, .show, .shift, .purposeList, .doctor])
    }

    @Test func officerMayAllThatTheDeskMay() { #expect(acts(of: .officer).isSuperset(of: acts(of: .desk))) }

    @Test func officerExportsNothingInBulkAndErasesNobodyAlone() {
        #expect(acts(of: .officer).isDisjoint(with: [.export, .erase, .purge, .officer, .purposeEdit]))
        #expect(Act.erase.needsFourEyes && Act.export.needsFourEyes)
    }

    @Test func auditorSeesNoPerson() { #expect(acts(of: .auditor).filter(\.showsPeople).isEmpty) }

    @Test func superUserSeesNotHowTheLogIsUsed() {
        #expect(acts(of: .super).isDisjoint(with: [.logShow, .logVerify, .logExport]))
    }

    @Test func fourEyesLookWhereOneCouldDoHarm() {
        #expect(
            Set(Act.allCases.filter(\.needsFourEyes)) == [.erase, .export, .officer, .rekey, .purposeEdit, .unlink])
    }

    @Test func noLookWithoutAPurpose() {
        let looks: Set<Act> = [.findByNumber, .findByName, .show, .unmask, .history, .changes]
        #expect(looks.filter { !$0.needsPurpose } == [])
        #expect(looks.filter { !$0.countsAgainstQuota } == [])
    }

    @Test func everyActIsSomebodys() {
        #expect(Act.allCases.filter { !$0.isAllowed(to: .all) } == [])
        #expect(Act.allCases.filter { $0.isAllowed(to: []) } == [])
    }

    @Test func actsAndRolesAreCalledAsTheyAreTyped() {
        #expect(Act(rawValue: "find-by-name") == .findByName)
        #expect(Role(names: ["super", "desk"]) == [.desk, .super])
        #expect(Role.all.names == ["desk", "officer", "super", "auditor"])
        #expect(Role(names: ["root"]) == nil)
        #expect(Role(names: []) == [])
    }
}
