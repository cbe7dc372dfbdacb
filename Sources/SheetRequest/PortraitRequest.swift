/// A portrait for a terminal that is asked for.
package struct PortraitRequest: DrawingRequest {
    package static let command = "portrait"
    /// How many character cells it may be across or down.
    package static let sizes = 1...500

    package var columns: Int
    package var rows: Int
    package var mode: PortraitMode

    package init(columns: Int, rows: Int, mode: PortraitMode) {
        self.columns = columns
        self.rows = rows
        self.mode = mode
    }

    package var options: [String] { ["--mode=\(mode.rawValue)", "--columns=\(columns)", "--rows=\(rows)"] }
}
