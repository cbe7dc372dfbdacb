import RenderCommands

@main
enum Main {
    static func main() {
        RenderProgram.main()
    }
}
