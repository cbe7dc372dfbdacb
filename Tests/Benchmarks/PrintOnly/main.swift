// What a Swift program costs that only prints: the measure for how fast the tool starts.
print("hello")
