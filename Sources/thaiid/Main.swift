import ThaiIDCommands

@main
enum Main {
    static func main() {
        Program.main()
    }
}
