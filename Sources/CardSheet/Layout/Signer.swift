internal import ThaiIDCard

/// Somebody who signs a page, and what that confirms.
struct Signer {
    /// For reports.
    let name: String
    let who: Bilingual
    let statement: Bilingual
}
