package ro.caravana.planning.instance;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import ro.caravana.planning.PlanProblem.Fault;

/**
 * Collects what is wrong with a document. A broken document of 100 000 visits may hold as many faults: the first
 * {@value #SHOWN} are kept, all are counted.
 */
public final class Faults {
    private static final int SHOWN = 1000;

    private final List<Fault> shown = new ArrayList<>();
    private final Places places = new Places();
    private int total;

    /** Notes a fault; a second one at the same place says nothing new and is dropped. */
    void add(String pointer, String message) {
        add(Places.of(pointer), () -> pointer, () -> message);
    }

    /** Pointer and message are spelled out only where the fault is kept. */
    void add(long place, Supplier<String> pointer, Supplier<String> message) {
        if (!places.add(place)) {
            return;
        }
        total++;
        if (shown.size() < SHOWN) {
            shown.add(new Fault(pointer.get(), message.get()));
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
