// How many cards a second one core decodes from their images, text only.
import ThaiIDCard
import VirtualCard

let fields = Field.all.filter { $0.group == .card && $0.key != "photo" }
let image = try SampleCard.card.image()
let count = 100_000
let clock = ContinuousClock()
var named = 0
let duration = clock.measure {
    for _ in 0..<count where IDCard(image, fields: fields).nameThai.value?.first != nil { named += 1 }
}
precondition(named == count)
let seconds = Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
print(Int(Double(count) / seconds))
