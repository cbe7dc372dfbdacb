import RegisterCommands

@main
enum Main {
    static func main() {
        RegisterMain.main()
    }
}
