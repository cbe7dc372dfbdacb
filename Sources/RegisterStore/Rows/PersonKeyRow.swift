/// The key of one person's boxes, wrapped; without it they cannot be opened ever again.
package struct PersonKeyRow: Hashable, Sendable {
    package let person: RowID
    package let generation: Int
    package let wrapped: [UInt8]
    /// Which index block has the person.
    package let block: Int

    package init(person: RowID, generation: Int, wrapped: [UInt8], block: Int) {
        self.person = person
        self.generation = generation
        self.wrapped = wrapped
        self.block = block
    }
}

/// What is searched by name, for some people, in one box.
package struct BlockRow: Hashable, Sendable {
    package let id: Int
    package let generation: Int
    package let sealed: [UInt8]

    package init(id: Int, generation: Int, sealed: [UInt8]) {
        self.id = id
        self.generation = generation
        self.sealed = sealed
    }
}

/// That somebody was erased: replayed where an older copy comes back.
package struct ErasureRow: Hashable, Sendable {
    /// The keyed hash of the 13 digits.
    package let subject: RowID
    package let at: Int64
    /// With `n`, the log's entry.
    package let writer: Int
    package let n: Int

    package init(subject: RowID, at: Int64, writer: Int, n: Int) {
        self.subject = subject
        self.at = at
        self.writer = writer
        self.n = n
    }
}

/// A secret of the store's own, under the register key.
package struct SecretRow: Hashable, Sendable {
    package let name: String
    package let wrapped: [UInt8]

    package init(name: String, wrapped: [UInt8]) {
        self.name = name
        self.wrapped = wrapped
    }
}
