package ro.caravana.coordination;

import java.util.List;

/** How far the visits of accepted plans have come. Thread-safe. Raw, like everything here. */
@FunctionalInterface
public interface VisitStands {
    /** In the order of date, station and start; what was called off is among them. Empty for a plan nobody accepted. */
    List<VisitStand> listStands(String plan);
}
