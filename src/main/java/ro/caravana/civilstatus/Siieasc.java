package ro.caravana.civilstatus;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import ro.caravana.territory.Office;
import ro.caravana.territory.TerritoryRegistry;

/** How far the civil status offices are on their way into the national system. Thread-safe. */
@Service
public class Siieasc {
    private static final Logger LOG = LoggerFactory.getLogger(Siieasc.class);
    private static final ZoneId BUCHAREST = ZoneId.of("Europe/Bucharest");
    private static final int SHORTEST_REASON = 3;
    private static final int LONGEST_NOTE = 300;

    private final SiieascStore store;
    private final TerritoryRegistry territory;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Siieasc(SiieascStore store, TerritoryRegistry territory, TransactionTemplate transactions, Clock clock) {
        this.store = store;
        this.territory = territory;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * What somebody wants to write down.
     *
     * @param since today where nothing is said
     * @param version the one they saw
     */
    record Order(SiieascState state, Optional<LocalDate> since, String note, long version) {}

    /** Every office's state, by its id; sorted, so that equal states are equal maps. */
    public Map<String, SiieascState> states() {
        Map<String, SiieascState> states = new TreeMap<>();
        listOffices().forEach(office -> states.put(office.id(), SiieascState.NOT_STARTED));
        store.listStates().forEach((office, known) -> states.replace(office, known.state()));
        return states;
    }

    /** The county's offices in the territory's order. */
    List<Office> listOffices() {
        return territory.current().listOffices().stream()
                .filter(office -> office.kind() == Office.Kind.CIVIL_STATUS)
                .toList();
    }

    Map<String, OfficeState> listStates() {
        return store.listStates();
    }

    /** @throws SiieascProblem.UnknownOffice 404 */
    List<OfficeStep> listSteps(String office) {
        requireOffice(office);
        return store.listSteps(office);
    }

    /** @throws SiieascProblem what is refused; nothing is written then */
    OfficeState change(String office, Order order, String by) {
        requireOffice(office);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS); // as the databases keep it
        LocalDate today = LocalDate.ofInstant(now, BUCHAREST);
        LocalDate since = order.since().orElse(today);
        if (since.isAfter(today) || since.getYear() < 2000) {
            throw new SiieascProblem.BadDay();
        }
        return Objects.requireNonNull(transactions.execute(status -> {
            OfficeState before = store.find(office).orElseGet(() -> OfficeState.notStarted(office));
            String note = checkedNote(order, before.state());
            if (before.version() != order.version()) {
                throw new SiieascProblem.Stale(before.version());
            }
            OfficeState after = new OfficeState(office, order.state(), since, note, before.version() + 1, by, now);
            if (!store.write(after)) {
                throw new SiieascProblem.Stale(before.version() + 1);
            }
            store.insertStep(before.state(), after);
            LOG.info("siieasc: {} from {} to {} by {}", office, before.state(), after.state(), by);
            return after;
        }));
    }

    private static String checkedNote(Order order, SiieascState before) {
        String note = order.note().strip();
        if (note.length() > LONGEST_NOTE) {
            throw new SiieascProblem.NoteTooLong();
        }
        if (order.state().compareTo(before) < 0 && note.length() < SHORTEST_REASON) {
            throw new SiieascProblem.NoteMissing();
        }
        return note;
    }

    private void requireOffice(String id) {
        if (listOffices().stream().noneMatch(office -> office.id().equals(id))) {
            throw new SiieascProblem.UnknownOffice();
        }
    }
}
