package ro.caravana.coverage;

import java.util.Optional;
import ro.caravana.register.Kind;
import ro.caravana.statistics.CaseCategory;

/**
 * Which cases are asked for; what is empty does not matter.
 *
 * @param ageBand as offices send it; the empty text inside stands for cases without one
 * @param sex "F" or "M"; the empty text inside stands for cases without one
 */
record CaseFilter(Optional<CaseCategory> category, Optional<String> ageBand, Optional<String> sex) {
    static CaseFilter of(Optional<CaseCategory> category) {
        return new CaseFilter(category, Optional.empty(), Optional.empty());
    }

    /** Whether it tells persons apart; the estimate of need does not. */
    boolean isOfPersons() {
        return ageBand.isPresent() || sex.isPresent();
    }

    boolean takes(Kind kind) {
        return (category.isEmpty() || category.get() == kind.category())
                && (ageBand.isEmpty() || ageBand.get().equals(kind.ageBand()))
                && (sex.isEmpty() || sex.get().equals(kind.sex()));
    }
}
