package ro.caravana.planning.instance;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import ro.caravana.planning.PlanProblem.Fault;

/**
 * Collects what is wrong with a document. A broken document of 100 000 visits may hold as many faults: the first
 * {@value #SHOWN} are kept, all are counted.
 */
public final class Faults {
    private static final int SHOWN = 1000;

    private final List<Fault> shown = new ArrayList<>();
    private final @Nullable Places places;
    private int total;

    private Faults(@Nullable Places places) {
        this.places = places;
    }

    public Faults() {
        this(new Places());
    }

    /** Of a part of a document in which no place is told of twice: nothing needs to be remembered for each of its faults. */
    static Faults ofPart() {
        return new Faults(null);
    }

    /** Notes a fault; a second one at the same place says nothing new and is dropped. */
    void add(String pointer, String message) {
        add(() -> Places.of(pointer), () -> pointer, () -> message);
    }

    /** Each is worked out only where it is needed: pointer and message where the fault is kept. */
    void add(LongSupplier place, Supplier<String> pointer, Supplier<String> message) {
        if (places != null && !places.add(place.getAsLong())) {
            return;
        }
        total++;
        if (shown.size() < SHOWN) {
            shown.add(new Fault(pointer.get(), message.get()));
        }
    }

    /** Notes a part's faults, at places that nothing else is told of. */
    void addAll(Faults part) {
        total += part.total;
        shown.addAll(part.shown.subList(0, Math.min(part.shown.size(), SHOWN - shown.size())));
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
