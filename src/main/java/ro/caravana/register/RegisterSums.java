package ro.caravana.register;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ro.caravana.statistics.CaseCategory;

/** What the register feed has counted, and how complete it is. Raw figures: they leave the house only through disclosure. */
public interface RegisterSums {
    /** Until when an office has sent everything; null before its first batch. */
    record Watermark(String office, int uatSiruta, @Nullable Instant completeTo) {}

    /**
     * Sums of everything that happened up to and including a day, by the SIRUTA the events name: of a locality, or of a UAT where
     * the locality was not known.
     */
    Map<Integer, Sums> byPlace(LocalDate upTo, Optional<CaseCategory> category);

    /** The same, by kind of case and person. */
    Map<Integer, Map<Kind, Sums>> byPlaceAndKind(LocalDate upTo);

    /**
     * The same as it was known at an instant: without what offices sent and people released later.
     */
    Map<Integer, Map<Kind, Sums>> byPlaceAndKind(LocalDate upTo, Instant knownAt);

    List<Watermark> listWatermarks();

    /** The same as it was known at an instant. */
    List<Watermark> listWatermarks(Instant knownAt);

    /** How many batches the ledger holds, over all nodes. */
    long ledgerPosition();
}
