package ro.caravana.territory;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The county as it is now. Readers get immutable snapshots; changes are made one at a time.
 *
 * <p>At the very first start the county folder is read into the database; afterwards the database alone counts.
 */
@Service
public class TerritoryRegistry {
    private static final Logger log = LoggerFactory.getLogger(TerritoryRegistry.class);

    /** How long a change made by another process (an import on the command line) may stay unseen. */
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);

    private final TerritoryStore store;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private volatile Snapshot snapshot;

    private record Snapshot(CountyData county, long revision, Instant lookedAt) {}

    TerritoryRegistry(
            TerritoryStore store,
            TransactionTemplate transactions,
            Clock clock,
            @Value("${caravana.county:geodata/cluj}") Path countyFolder) {
        this.store = store;
        this.transactions = transactions;
        this.clock = clock;
        OptionalLong stored = store.findRevision();
        snapshot = stored.isPresent() ? load(stored.getAsLong()) : loadFirst(countyFolder);
    }

    private Snapshot loadFirst(Path folder) {
        CountyData county = CountyFolder.read(folder);
        transactions.executeWithoutResult(status -> store.write(county, 1));
        log.info(
                "County {} read from its folder: {} UATs, {} localities, {} sites",
                county.territory().county(),
                county.territory().listUats().size(),
                county.territory().listLocalities().size(),
                county.territory().listSites().size());
        return new Snapshot(county, 1, clock.instant());
    }

    private Snapshot load(long revision) {
        return new Snapshot(store.read(), revision, clock.instant());
    }

    /** The county's places; immutable. */
    public Territory current() {
        return fresh().county().territory();
    }

    /** The UATs' shapes. */
    public Boundaries boundaries() {
        return fresh().county().boundaries();
    }

    /** Market days and school terms; immutable. */
    public CountyCalendar calendar() {
        return fresh().county().calendar();
    }

    /** Grows with every change of places, boundaries or calendar; a cache built from {@link #current()} is good while this stays. */
    public long revision() {
        return fresh().revision();
    }

    CountyData county() {
        return fresh().county();
    }

    private Snapshot fresh() {
        Snapshot seen = snapshot;
        return seen.lookedAt().plus(LOOK_AGAIN).isAfter(clock.instant()) ? seen : lookAgain();
    }

    private synchronized Snapshot lookAgain() {
        Snapshot seen = snapshot;
        if (!seen.lookedAt().plus(LOOK_AGAIN).isAfter(clock.instant())) {
            long stored = store.findRevision().orElse(seen.revision());
            snapshot = stored == seen.revision() ? new Snapshot(seen.county(), stored, clock.instant()) : load(stored);
        }
        return snapshot;
    }

    /**
     * Replaces the county by a changed one, in one transaction: a change that throws leaves nothing behind, and one that answers the
     * same object changes nothing.
     */
    synchronized void change(UnaryOperator<CountyData> change) {
        Snapshot changed = transactions.execute(status -> {
            long revision = store.lockRevision();
            CountyData before = store.read();
            CountyData after = change.apply(before);
            if (after == before) {
                return new Snapshot(before, revision, clock.instant());
            }
            store.write(after, revision + 1);
            return new Snapshot(after, revision + 1, clock.instant());
        });
        snapshot = Objects.requireNonNull(changed);
    }
}
