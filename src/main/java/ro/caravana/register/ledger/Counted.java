package ro.caravana.register.ledger;

import ro.caravana.register.Cell;
import ro.caravana.register.RegisterEvent;
import ro.caravana.register.Sums;

/**
 * What an event does to the sums. Enough to add it up again without looking anywhere else.
 *
 * @param undoing a later WITHDRAWN with the same id has come: {@code event} is what it undoes
 */
record Counted(RegisterEvent event, boolean undoing) {
    Cell cell() {
        return Cell.of(event);
    }

    Sums sums() {
        return undoing ? Sums.ofUndoing(event.change(), event.cases()) : Sums.of(event.change(), event.cases());
    }
}
