package ro.caravana.register.ledger;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcTemplate;
import ro.caravana.planning.support.SmallCounty;
import ro.caravana.register.BatchAnswer;
import ro.caravana.register.BatchApplied;
import ro.caravana.register.Cell;
import ro.caravana.register.RegisterSums;
import ro.caravana.register.Sums;
import ro.caravana.register.alias.AliasBook;
import ro.caravana.register.alias.Aliases;
import ro.caravana.register.alias.TestAliases;
import ro.caravana.register.batch.Batch;
import ro.caravana.register.batch.BatchReader;
import ro.caravana.register.batch.CompactJws;
import ro.caravana.register.keys.OfficeKeys;
import ro.caravana.register.keys.TestKeys;
import ro.caravana.register.support.OfficePen;
import ro.caravana.store.TestDatabase;
import ro.caravana.territory.Office;
import ro.caravana.territory.Territory;
import ro.caravana.territory.TerritoryRegistry;

/** The whole feed on one database, without a server, at a time that stands until it is moved. */
final class Feed {
    static final Instant NOON = Instant.parse("2027-03-18T10:00:00Z");

    final TestDatabase database;
    final List<BatchApplied> published = java.util.Collections.synchronizedList(new ArrayList<>());
    final OfficeKeys keys;
    final BatchIntake intake;
    final QuarantineDesk desk;
    final LedgerAudit audit;
    final Offices offices;
    final Aliases aliases;
    final RegisterSums register;
    private final DayStore days;
    private final Projection projection;
    private final EventReading reading;
    private final LedgerTurn turn;
    private final BatchWriter writer;
    private Instant now = NOON;
    /** Happens once, when a reader of sums next asks where the ledger ends. */
    Runnable meanwhile = () -> {};
    /** Happens once, when a batch has been given the book of aliases it is read with. */
    Runnable whileReading = () -> {};

    /** Whether whoever is told of news fails. */
    boolean deaf;

    Feed(TestDatabase database) {
        this(database, 1_000_000);
    }

    private void hear(Object event) {
        if (deaf) {
            throw new IllegalStateException("a listener fails");
        }
        published.add((BatchApplied) event);
    }

    /** An empty feed. */
    Feed(TestDatabase database, double batchesPerSecond) {
        this(emptied(database), batchesPerSecond, SmallCounty.territory());
    }

    /** A feed that goes on with what the database holds. */
    static Feed resume(TestDatabase database) {
        return new Feed(database, 1_000_000, SmallCounty.territory());
    }

    /** The same, in a county that has been changed meanwhile. */
    static Feed resume(TestDatabase database, Territory county) {
        return new Feed(database, 1_000_000, county);
    }

    /** A feed of several offices that goes on with what the database holds. */
    static Feed resume(TestDatabase database, int offices) {
        return new Feed(database, 1_000_000, withOffices(offices));
    }

    private Feed(TestDatabase database, double batchesPerSecond, Territory county) {
        this.database = database;
        TerritoryRegistry territory = mock(TerritoryRegistry.class);
        when(territory.current()).thenReturn(county);
        Clock clock = new Clock() {
            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
        JdbcTemplate template = new JdbcTemplate(database.dataSource());
        LedgerStore ledger = new LedgerStore(database.jdbc(), template);
        CountedStore counted = new CountedStore(template);
        ProjectionStore projected = new ProjectionStore(database.jdbc());
        days = new DayStore(template);
        QuarantineStore quarantine = new QuarantineStore(database.jdbc(), template);
        AlarmStore alarms = new AlarmStore(database.jdbc());
        keys = TestKeys.on(database, territory, clock);
        aliases = TestAliases.on(database, keys, territory, clock);
        reading = new EventReading(territory, aliases) {
            @Override
            AliasBook aliases() {
                AliasBook book = super.aliases();
                Runnable first = whileReading;
                whileReading = () -> {};
                first.run();
                return book;
            }
        };
        writer = new BatchWriter(ledger, counted, quarantine);
        GapStore gaps = new GapStore(database.jdbc());
        LedgerRebuild rebuild = new LedgerRebuild(ledger, counted, days, projected, quarantine, reading, keys);
        turn = new LedgerTurn(ledger, counted, rebuild, database.transactions());
        projection = new Projection(projected, counted, days, ledger, rebuild, database.transactions());
        intake = new BatchIntake(
                keys, new Pace(batchesPerSecond, clock), reading, turn, writer, alarms, gaps, this::hear, clock);
        desk = new QuarantineDesk(quarantine, ledger, writer, reading, turn, this::hear, clock);
        audit = new LedgerAudit(ledger, counted, days, rebuild, projection, database.transactions());
        register = new StoredSums(
                projection,
                counted,
                days,
                new LedgerStore(database.jdbc(), template) {
                    @Override
                    Head head() {
                        Runnable first = meanwhile;
                        meanwhile = () -> {};
                        first.run();
                        return super.head();
                    }
                },
                keys);
        offices = new Offices(keys, ledger, quarantine, alarms, gaps, clock);
    }

    private static Territory withOffices(int count) {
        Territory county = SmallCounty.territory();
        Office first = county.listOffices().get(0);
        List<Office> offices = IntStream.rangeClosed(1, count)
                .mapToObj(number -> new Office(
                        "SPCLEP-" + number, first.kind(), first.name(), first.uatSiruta(), first.position(), ""))
                .toList();
        return new Territory(county.county(), county.listUats(), county.listLocalities(), county.listSites(), offices);
    }

    private static TestDatabase emptied(TestDatabase database) {
        for (String table : List.of(
                "register_alarm",
                "register_quarantine",
                "register_place_day",
                "register_counted",
                "register_batch",
                "register_key",
                "register_alias",
                "register_gap")) {
            database.jdbc().sql("DELETE FROM " + table).update();
        }
        database.jdbc()
                .sql("UPDATE register_head SET ledger_position = 0, counted_to = 0")
                .update();
        database.jdbc()
                .sql("UPDATE register_projection SET ledger_position = 0")
                .update();
        return database;
    }

    /** A pen whose key is registered. */
    OfficePen pen(String kid) {
        OfficePen pen = new OfficePen(office(), kid);
        register(pen);
        return pen;
    }

    String office() {
        return keys.listOffices().get(0).id();
    }

    void register(OfficePen pen) {
        keys.register(
                pen.office(),
                new OfficeKeys.Wanted(pen.kid(), pen.x(), Optional.empty(), Optional.empty()),
                "administrator");
    }

    BatchAnswer send(String jws) {
        return intake.accept(OfficePen.bytes(jws));
    }

    /** A batch whose signature is taken for granted. */
    BatchWriter.Arrival arrival(String jws) {
        Batch batch = BatchReader.read(
                CompactJws.of(OfficePen.bytes(jws)).orElseThrow().payload());
        return new BatchWriter.Arrival(
                batch,
                reading.read(batch, reading.aliases(), now),
                reading.aliases().upTo(),
                jws,
                BatchIntake.hash(jws),
                "key-1",
                now);
    }

    /** Several batches in one transaction. */
    void together(Consumer<BatchWriting> work) {
        turn.take((head, memory) -> {
            BatchWriting writing = writer.begin(head, memory);
            work.accept(writing);
            writing.flush();
            return true;
        });
    }

    Map<Cell, Sums> sums() {
        projection.catchUp();
        return days.listSums();
    }

    Sums total() {
        return sums().values().stream().reduce(Sums.NONE, Sums::plus);
    }

    void pass(Duration time) {
        now = now.plus(time);
    }
}
