package ro.caravana.coverage;

import java.util.HashMap;
import java.util.Map;
import ro.caravana.register.Kind;
import ro.caravana.register.Sums;

/** Of the feed's sums by place and kind those that a filter takes, by place. */
final class FilteredSums {
    private FilteredSums() {}

    static Map<Integer, Sums> of(Map<Integer, Map<Kind, Sums>> all, CaseFilter filter) {
        Map<Integer, Sums> taken = new HashMap<>();
        all.forEach((siruta, kinds) -> kinds.forEach((kind, sums) -> {
            if (filter.takes(kind)) {
                taken.merge(siruta, sums, Sums::plus);
            }
        }));
        return taken;
    }
}
