import Invention
import ThaiIDCard

/// The cards of some people, odd ones among them in proportion.
func someCards() -> [IDCard] {
    InventedPeople(seed: 7, odd: true, portraits: false).prefix(100).map(\.card)
}
