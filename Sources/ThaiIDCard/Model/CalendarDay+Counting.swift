extension CalendarDay {
    /// The day of a running number: 0 is 1 March of the year 0.
    package init(number: Int) {
        // Years begin in March here, so that a leap day is the last of its year.
        let era = number / 146_097
        let ofEra = number % 146_097
        let yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365
        let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let month = (5 * ofYear + 2) / 153
        let isNextYear = month >= 10
        self.init(
            year: era * 400 + yearOfEra + (isNextYear ? 1 : 0), month: isNextYear ? month - 9 : month + 3,
            day: ofYear - (153 * month + 2) / 5 + 1)
    }

    /// The running number of the day; of one that the month lacks, that of the day it would be.
    package var number: Int {
        let (year, month) = month > 2 ? (year, month - 3) : (year - 1, month + 9)
        return 365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + day - 1
    }
}
