internal import CardRecord
internal import Dispatch
internal import Host
internal import SheetRequest
internal import Synchronization
internal import ThaiIDCard

/// The screen of a desk on the terminal of standard output, from when this is made until it is closed.
///
/// Whoever has news puts it and goes on: drawing has a thread of its own, and what comes while it draws is drawn
/// together.
package final class DeskView: Sendable {
    private struct State {
        var model = DeskModel()
        var isDrawing = false
        var painter: ScreenPainter
        /// The portrait that was drawn for a place, or that is being drawn where there are no bytes yet.
        var portraits: [PortraitKey: [UInt8]?] = [:]
        var clearing: [String: Task<Void, Never>] = [:]
    }

    /// A size of a portrait of one of a reader's cards.
    private struct PortraitKey: Hashable {
        let reader: String
        let turn: Int
        let columns: Int
        let rows: Int

        init(_ place: PortraitPlace) {
            (reader, turn, columns, rows) = (place.reader, place.turn, place.columns, place.rows)
        }
    }

    /// A terminal that does not say its size.
    private static let usualSize = (columns: 80, rows: 24)

    private let layout: DeskLayout
    private let clearAfter: Duration?
    private let portraitPainter: PortraitPainter?
    private let state: Mutex<State>
    private let queue = DispatchQueue(label: "thaiid.screen", qos: .userInitiated)
    private let calls = Calls()
    private let screen: FullScreen

    /// Takes the terminal, as soon as it belongs to this job; `nil` where it cannot be had.
    ///
    /// - Parameters:
    ///   - clearAfter: how long a card that stays in is shown; `nil` for as long as it is in.
    ///   - painter: makes the drawer of portraits, where any are to be shown, when the terminal can be asked.
    package init?(
        words: ScreenWords, isColoured: Bool, clearAfter: Duration?, portraits painter: () -> PortraitPainter?
    ) {
        FullScreen.awaitForeground()
        let portraitPainter = painter()
        let mode = portraitPainter?.mode
        let calls = calls
        guard let screen = FullScreen(cleaning: mode == .kitty ? ScreenPainter.noPictures : "", hear: calls.hear) else {
            return nil
        }
        self.screen = screen
        self.clearAfter = clearAfter
        self.portraitPainter = portraitPainter
        layout = DeskLayout(words: words, showsPortraits: portraitPainter != nil)
        state = Mutex(State(painter: ScreenPainter(isColoured: isColoured, mode: mode)))
        calls.pass { [weak self] call in self?.answer(call) }
        queue.async { [self] in takeAndDraw() }
    }

    /// Shows what has happened, soon.
    package func put(_ change: Change) {
        let draws = state.withLock { state in
            state.model.apply(change)
            follow(change, &state)
            defer { state.isDrawing = true }
            return !state.isDrawing
        }
        if draws { queue.async { [self] in draw() } }
    }

    /// Clears the screen and gives the terminal back.
    package func close() { screen.close() }

    private func answer(_ call: FullScreen.Call) {
        queue.async { [self] in
            switch call {
            case .continued: takeAndDraw()
            case .resized:
                state.withLock { $0.painter.forget() }
                screen.write("\u{1B}[0m\u{1B}[2J")
                draw()
            }
        }
    }

    private func takeAndDraw() {
        guard screen.take() else { return }
        state.withLock { $0.painter.forget() }
        draw()
    }

    private func draw() {
        let (columns, rows) = ControllingTerminal.size ?? Self.usualSize
        let bytes = state.withLock { state in
            state.isDrawing = false
            let picture = layout.picture(of: state.model, columns: columns, rows: rows)
            let portraits = picture.portraits.compactMap { portrait($0, &state) }
            return state.painter.bytes(showing: picture.lines, portraits)
        }
        if !bytes.isEmpty { screen.write(bytes) }
    }

    // MARK: - Portraits

    /// The portrait for a place, where it is drawn by now; it is begun to be drawn where it can be.
    private func portrait(_ place: PortraitPlace, _ state: inout State) -> ScreenPainter.Portrait? {
        let key = PortraitKey(place)
        if let drawn = state.portraits[key] {
            return drawn.flatMap { $0.isEmpty ? nil : ScreenPainter.Portrait(place: place, bytes: $0) }
        }
        guard let record = state.model.pane(of: place.reader)?.record, record.card.photo.value != nil else {
            return nil
        }
        state.portraits[key] = .some(nil)
        portraitPainter?.draw(record, for: place) { [weak self] in self?.take($0, for: key) }
        return nil
    }

    private func take(_ bytes: [UInt8], for key: PortraitKey) {
        let isMeant = state.withLock { state in
            guard state.portraits[key] != nil else { return false }
            state.portraits[key] = bytes
            return true
        }
        if isMeant { queue.async { [self] in draw() } }
    }

    // MARK: - What time does

    /// Lets go of what is gone, and sees to it that what has come is cleared in its time.
    private func follow(_ change: Change, _ state: inout State) {
        switch change {
        case .read(let reader, _):
            guard let clearAfter, let turn = state.model.pane(of: reader)?.turn else { return }
            state.clearing[reader]?.cancel()
            state.clearing[reader] = Task { [weak self] in
                do { try await Task.sleep(for: clearAfter, clock: .continuous) } catch { return }
                self?.put(.clear(reader: reader, turn: turn))
            }
        case .inserted(let reader), .removed(let reader), .detached(let reader), .clear(let reader, _):
            state.clearing.removeValue(forKey: reader)?.cancel()
            state.portraits = state.portraits.filter { $0.key.reader != reader }
        case .attached, .progress, .failed, .done, .day, .trouble: break
        }
    }
}

/// Calls of the terminal, for somebody who is not there yet when the first may come.
private final class Calls: Sendable {
    private let take = Mutex<(@Sendable (FullScreen.Call) -> Void)?>(nil)

    func pass(_ take: @escaping @Sendable (FullScreen.Call) -> Void) { self.take.withLock { $0 = take } }

    @Sendable func hear(_ call: FullScreen.Call) { take.withLock { $0 }?(call) }
}
