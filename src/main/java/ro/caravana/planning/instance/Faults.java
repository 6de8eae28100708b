package ro.caravana.planning.instance;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import ro.caravana.planning.PlanProblem.Fault;

/**
 * Collects what is wrong with a document. A broken document of 100 000 visits may hold as many faults: the first
 * {@value #SHOWN} are kept, all are counted.
 */
public final class Faults {
    private static final int SHOWN = 1000;

    private final List<Fault> shown = new ArrayList<>();
    private final Set<String> pointers = new HashSet<>();
    private int total;

    /** Notes a fault; a second one at the same place says nothing new and is dropped. */
    void add(String pointer, String message) {
        if (!pointers.add(pointer)) {
            return;
        }
        total++;
        if (shown.size() < SHOWN) {
            shown.add(new Fault(pointer, message));
        }
    }

    public List<Fault> shown() {
        return shown;
    }

    public int total() {
        return total;
    }

    public boolean isEmpty() {
        return total == 0;
    }
}
