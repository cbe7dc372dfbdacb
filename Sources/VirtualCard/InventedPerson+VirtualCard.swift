internal import CardTrace
public import Invention

extension InventedPerson {
    /// The card, to be read.
    public var virtualCard: VirtualCard {
        VirtualCard(image, atr: atr, style: answersAtOnce ? .atOnce : .getResponse)
    }
}
