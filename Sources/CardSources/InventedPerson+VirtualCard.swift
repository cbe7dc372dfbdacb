public import Invention
internal import ThaiIDCard
public import VirtualCard

extension InventedPerson {
    /// The card, to be read.
    public var virtualCard: VirtualCard {
        VirtualCard(image, atr: atr, style: answersAtOnce ? .atOnce : .getResponse)
    }
}
