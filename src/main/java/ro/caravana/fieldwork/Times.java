package ro.caravana.fieldwork;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When a team was where.
 *
 * @param started set off for this visit
 * @param arrived at the place
 * @param finished and signed; empty while the visit is under way
 */
public record Times(Optional<Instant> started, Optional<Instant> arrived, Optional<Instant> finished) {
    /** By a clock that is so many seconds ahead. */
    Times minusSeconds(long ahead) {
        return new Times(
                started.map(time -> time.minusSeconds(ahead)),
                arrived.map(time -> time.minusSeconds(ahead)),
                finished.map(time -> time.minusSeconds(ahead)));
    }

    /** Whether the visit was set off for before it was arrived at, and arrived at before it was finished. */
    boolean areInOrder() {
        return !isAfter(started, arrived) && !isAfter(arrived, finished) && !isAfter(started, finished);
    }

    private static boolean isAfter(Optional<Instant> one, Optional<Instant> other) {
        return one.isPresent() && other.isPresent() && one.get().isAfter(other.get());
    }

    /** Those that were said. */
    Stream<Instant> all() {
        return Stream.of(started, arrived, finished).flatMap(Optional::stream);
    }

    Optional<Instant> last() {
        return finished.or(() -> arrived).or(() -> started);
    }
}
