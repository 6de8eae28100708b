package ro.caravana.coordination.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ro.caravana.coordination.Partner;
import ro.caravana.store.StoreTest;
import ro.caravana.store.TestDatabase;

@StoreTest
class PartnerLinkStoreTests {
    private static final Instant NOW = Instant.parse("2027-02-01T10:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2027, 3, 17);
    private static final String VISIT = "plan-1.v1";
    private static final String OTHER = "plan-1.v2";

    private final TestDatabase database;
    private final PartnerLinkStore store;
    private final OfferedDateStore offers;

    PartnerLinkStoreTests(TestDatabase database) {
        this.database = database;
        this.store = new PartnerLinkStore(database.jdbc());
        this.offers = new OfferedDateStore(database.jdbc());
    }

    @BeforeEach
    void twoVisits() {
        database.jdbc().sql("DELETE FROM appointment").update();
        for (String id : List.of(VISIT, OTHER)) {
            database.jdbc()
                    .sql("""
                            INSERT INTO appointment (id, plan_id, visit_id, station, kind, siruta, uat_siruta, locality, uat,
                                site_id, site_name, persons, visit_date, start_second, end_second, state, version, changed_at)
                            VALUES (?, 'plan-1', ?, 'station-1', 'CAPTURE', 1, 1, 'Mociu', 'Mociu', 's', 'Primăria', 40,
                                DATE '2027-03-17', 36000, 46800, 'ASKED', 1, TIMESTAMP WITH TIME ZONE '2027-02-01 10:00:00+00')
                            """)
                    .params(id, id.substring(id.indexOf('.') + 1))
                    .update();
        }
    }

    private static PartnerLink link(String id, Partner partner) {
        return new PartnerLink(
                id,
                VISIT,
                partner,
                1,
                DAY,
                36_000,
                46_800,
                NOW,
                NOW.plus(Duration.ofDays(30)),
                Optional.empty(),
                Optional.empty());
    }

    private static PartnerLink.Reply agreed() {
        return new PartnerLink.Reply(PartnerAnswer.AGREE, Optional.empty(), "Căminul cultural", "secretar");
    }

    @Test
    void aLinkIsOpenUntilItExpiresOrIsClosed() {
        PartnerLink link = link("l1", Partner.MAYOR);
        assertThat(link.isOpen(link.expiresAt().minusMillis(1))).isTrue();
        assertThat(link.isOpen(link.expiresAt())).isFalse();
        store.insert(link, "h1");
        store.close(VISIT, ClosedBecause.MOVED, NOW);
        assertThat(store.findByHash("h1").orElseThrow().isOpen(NOW)).isFalse();
    }

    @Test
    void aLinkIsFoundByItsHashOnly() {
        store.insert(link("l1", Partner.MAYOR), "h1");
        assertThat(store.findByHash("h1")).contains(link("l1", Partner.MAYOR));
        assertThat(store.findByHash("l1")).isEmpty();
        assertThat(store.findHash("l1")).contains("h1");
    }

    @Test
    void aLinkTakesOneAnswer() {
        store.insert(link("l1", Partner.MAYOR), "h1");
        assertThat(store.answer("l1", agreed(), NOW)).isTrue();
        PartnerLink.Reply cannot = new PartnerLink.Reply(PartnerAnswer.CANNOT, Optional.empty(), "", "");
        assertThat(store.answer("l1", cannot, NOW)).isFalse();
        assertThat(store.findByHash("h1").orElseThrow().reply()).contains(agreed());
    }

    @Test
    void aClosedLinkTakesNoneAndKeepsItsFirstReason() {
        store.insert(link("l1", Partner.MAYOR), "h1");
        store.insert(link("l2", Partner.POLICE), "h2");
        store.close(VISIT, Partner.MAYOR, ClosedBecause.REPLACED, NOW);
        store.close(VISIT, ClosedBecause.MOVED, NOW);
        assertThat(store.answer("l1", agreed(), NOW)).isFalse();
        assertThat(store.listOfVisit(VISIT))
                .extracting(link -> link.closed().orElseThrow().because())
                .containsExactly(ClosedBecause.REPLACED, ClosedBecause.MOVED);
    }

    @Test
    void datesAreKeptFreeForOneVisitUntilTheHoldEnds() {
        Slot first = new Slot("station-1", DAY.plusDays(3), 34_200, 41_400);
        Slot second = new Slot("station-1", DAY.plusDays(1), 36_000, 43_200);
        offers.offer(VISIT, List.of(first, second), NOW.plusSeconds(60));
        assertThat(offers.listHeld(VISIT, NOW)).containsExactly(first, second);
        assertThat(offers.listHeldBeside(OTHER, "station-1", NOW)).containsExactlyInAnyOrder(first, second);
        assertThat(offers.listHeldBeside(VISIT, "station-1", NOW)).isEmpty();
        assertThat(offers.listHeldBeside(OTHER, "station-2", NOW)).isEmpty();
        assertThat(offers.listHeld(VISIT, NOW.plusSeconds(60))).isEmpty();
        assertThat(offers.listHeld(VISIT, NOW.plusSeconds(3_600))).isEmpty();
        assertThat(offers.listHeldBeside(OTHER, "station-1", NOW.plusSeconds(60)))
                .isEmpty();
    }

    @Test
    void aNewOfferReplacesTheOldAndAReleaseFreesIt() {
        offers.offer(VISIT, List.of(new Slot("station-1", DAY, 0, 1)), NOW.plusSeconds(60));
        Slot other = new Slot("station-1", DAY.plusDays(1), 0, 1);
        offers.offer(VISIT, List.of(other), NOW.plusSeconds(60));
        assertThat(offers.listHeld(VISIT, NOW)).containsExactly(other);
        offers.release(VISIT);
        assertThat(offers.listHeld(VISIT, NOW)).isEmpty();
    }
}
