/// Something that a layer tells while it works, for whoever looks over its shoulder.
///
/// Each layer has types of its own for this. None is a sentence, and none says more of a card than
/// its type promises.
package protocol Observation: Sendable {}

/// Who looks over the shoulder of what is begun in a task, or in the tasks that it starts.
package enum Observer {
    /// Told of each observation, from whichever thread it is made on; `nil` where nobody looks.
    @TaskLocal package static var current: (@Sendable (any Observation) -> Void)?
}
