import CardFormats

extension FormatOptions {
    /// The usual, in the language of the command.
    static var register: FormatOptions {
        var options = FormatOptions()
        options.language = RegisterMain.language
        return options
    }
}
