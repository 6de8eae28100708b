package ro.caravana.register.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import ro.caravana.register.Cell;
import ro.caravana.register.Kind;
import ro.caravana.register.RegisterSums;
import ro.caravana.register.Sums;
import ro.caravana.register.keys.OfficeKeys;
import ro.caravana.statistics.CaseCategory;

/** The feed's face to other rooms, read from the database. */
@Component
class StoredSums implements RegisterSums {
    private static final int PAGE = 64;
    private static final int DAYS_KEPT = 8;

    /** What was read last, and up to where the ledger was then. */
    private record Latest(long position, Map<Integer, Map<Kind, Sums>> sums) {}

    private final Map<LocalDate, Latest> latest = Collections.synchronizedMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<LocalDate, Latest> eldest) {
            return size() > DAYS_KEPT;
        }
    });

    private final Projection projection;
    private final ProjectionStore projected;
    private final CountedStore counted;
    private final DayStore days;
    private final LedgerStore ledger;
    private final OfficeKeys keys;

    StoredSums(
            Projection projection,
            ProjectionStore projected,
            CountedStore counted,
            DayStore days,
            LedgerStore ledger,
            OfficeKeys keys) {
        this.projection = projection;
        this.projected = projected;
        this.counted = counted;
        this.days = days;
        this.ledger = ledger;
        this.keys = keys;
    }

    @Override
    public Map<Integer, Sums> byPlace(LocalDate upTo, Optional<CaseCategory> category) {
        Map<Integer, Sums> sums = new HashMap<>();
        byPlaceAndKind(upTo)
                .forEach((siruta, kinds) -> kinds.entrySet().stream()
                        .filter(entry -> category.isEmpty()
                                || category.get() == entry.getKey().category())
                        .forEach(entry -> sums.merge(siruta, entry.getValue(), Sums::plus)));
        return sums;
    }

    @Override
    public Map<Integer, Map<Kind, Sums>> byPlaceAndKind(LocalDate upTo) {
        projection.catchUp();
        Latest known = latest.get(upTo);
        if (known != null && known.position() == ledger.head().position()) {
            return known.sums();
        }
        long position = projected.position(); // before the sums: they may hold more than it says, never less
        Map<Integer, Map<Kind, Sums>> sums = days.sumByPlace(upTo);
        latest.put(upTo, new Latest(position, sums));
        return sums;
    }

    @Override
    public Map<Integer, Map<Kind, Sums>> byPlaceAndKind(LocalDate upTo, Instant knownAt) {
        Map<Integer, Map<Kind, Sums>> sums = new HashMap<>();
        byPlaceAndKind(upTo).forEach((siruta, kinds) -> sums.put(siruta, new HashMap<>(kinds)));
        long end = ledger.head().position();
        for (long after = ledger.findPositionAt(knownAt).orElse(end); after < end; after += PAGE) {
            counted.listBetween(after, Math.min(end, after + PAGE))
                    .forEach(at -> at.events().stream()
                            .filter(event -> !event.cell().day().isAfter(upTo))
                            .forEach(event -> takeBack(event, sums)));
        }
        return sums;
    }

    private static void takeBack(Counted event, Map<Integer, Map<Kind, Sums>> sums) {
        Cell cell = event.cell();
        sums.computeIfAbsent(cell.siruta(), first -> new HashMap<>())
                .merge(cell.kind(), Sums.NONE.minus(event.sums()), Sums::plus);
    }

    @Override
    public List<Watermark> listWatermarks() {
        return watermarks(ledger::findCompleteTo);
    }

    @Override
    public List<Watermark> listWatermarks(Instant knownAt) {
        return watermarks(office -> ledger.findCompleteTo(office, knownAt));
    }

    private List<Watermark> watermarks(Function<String, Optional<Instant>> completeTo) {
        return keys.listOffices().stream()
                .map(office -> new Watermark(
                        office.id(),
                        office.uatSiruta(),
                        completeTo.apply(office.id()).orElse(null)))
                .toList();
    }

    @Override
    public long ledgerPosition() {
        return ledger.head().position();
    }
}
