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
    private static final int DAYS_KEPT = 8;

    /** What was read last; a rebuild in another process changes the epoch and not the position. */
    private record Latest(long epoch, DayStore.AsOf read) {}

    private final Map<LocalDate, Latest> latest = Collections.synchronizedMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<LocalDate, Latest> eldest) {
            return size() > DAYS_KEPT;
        }
    });

    private final Projection projection;
    private final CountedStore counted;
    private final DayStore days;
    private final LedgerStore ledger;
    private final OfficeKeys keys;

    StoredSums(Projection projection, CountedStore counted, DayStore days, LedgerStore ledger, OfficeKeys keys) {
        this.projection = projection;
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
        return read(upTo).sums();
    }

    private DayStore.AsOf read(LocalDate upTo) {
        projection.catchUp();
        LedgerStore.Head head = ledger.head();
        Latest known = latest.get(upTo);
        if (known != null && known.epoch() == head.epoch() && known.read().position() == head.position()) {
            return known.read();
        }
        DayStore.AsOf read = days.sumByPlace(upTo);
        latest.put(upTo, new Latest(head.epoch(), read));
        return read;
    }

    @Override
    public Map<Integer, Map<Kind, Sums>> byPlaceAndKind(LocalDate upTo, Instant knownAt) {
        Map<Integer, Map<Kind, Sums>> sums = new HashMap<>();
        DayStore.AsOf now = read(upTo);
        now.sums().forEach((siruta, kinds) -> sums.put(siruta, new HashMap<>(kinds)));
        long after = ledger.findPositionAt(knownAt).orElse(now.position());
        while (after < now.position()) {
            long end = counted.pageEnd(after, now.position());
            counted.listBetween(after, end)
                    .forEach(at -> at.events().stream()
                            .filter(event -> !event.cell().day().isAfter(upTo))
                            .forEach(event -> takeBack(event, sums)));
            after = end;
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
