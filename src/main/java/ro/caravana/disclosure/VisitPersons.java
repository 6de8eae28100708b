package ro.caravana.disclosure;

import org.springframework.stereotype.Service;
import ro.caravana.access.Viewer;

/** Hands out the persons expected at visits. Thread-safe. */
@Service
public class VisitPersons {
    private final DisclosureGate gate;
    private final PublishedNeeds needs;

    VisitPersons(DisclosureGate gate, PublishedNeeds needs) {
        this.gate = gate;
        this.needs = needs;
    }

    /** As of now; for one answer. */
    public ShownPersons seenBy(Viewer viewer) {
        return new ShownPersons(gate, viewer, needs.current(viewer));
    }
}
