package ro.caravana.coordination.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import ro.caravana.coordination.Partner;
import ro.caravana.coordination.mail.AddressStore.PartnerAddress;
import ro.caravana.store.StoreTest;
import ro.caravana.store.TestDatabase;

@StoreTest
class AddressStoreTests {
    private static final Instant NOW = Instant.parse("2027-02-01T08:00:00Z");
    private static final int MOCIU = 57706;

    private final TestDatabase database;
    private final AddressStore store;

    AddressStoreTests(TestDatabase database) {
        this.database = database;
        this.store = new AddressStore(database.jdbc());
    }

    @BeforeEach
    void noAddresses() {
        database.jdbc().sql("DELETE FROM partner_address").update();
    }

    private static PartnerAddress mayor(String email) {
        return new PartnerAddress(MOCIU, Partner.MAYOR, email);
    }

    @Test
    void theLastAddressStandsAndTheOtherPartnersIsItsOwn() {
        store.put(mayor("veche@example.ro"), "planner", NOW);
        store.put(new PartnerAddress(MOCIU, Partner.POLICE, "post@example.ro"), "planner", NOW);
        store.put(mayor("noua@example.ro"), "admin", NOW.plusSeconds(60));
        assertThat(store.find(MOCIU, Partner.MAYOR)).contains("noua@example.ro");
        assertThat(store.find(MOCIU, Partner.POLICE)).contains("post@example.ro");
        assertThat(database.jdbc()
                        .sql("SELECT changed_by FROM partner_address WHERE partner = 'MAYOR'")
                        .query(String.class)
                        .single())
                .isEqualTo("admin");
        store.remove(MOCIU, Partner.MAYOR);
        assertThat(store.find(MOCIU, Partner.MAYOR)).isEmpty();
    }

    /** The letter box must not be empty between two addresses: a mail written in that moment would go to nobody. */
    @Test
    void anAddressThatCannotBeWrittenLeavesTheOldOne() {
        store.put(mayor("veche@example.ro"), "planner", NOW);
        assertThatThrownBy(() -> store.put(mayor("a".repeat(300) + "@example.ro"), "planner", NOW))
                .isInstanceOf(DataAccessException.class);
        assertThat(store.find(MOCIU, Partner.MAYOR)).contains("veche@example.ro");
    }

    @Test
    void ofManyWhoWriteAtOnceOneStandsAndNobodyFails() throws Exception {
        int writers = 4;
        for (int round = 0; round < 10; round++) {
            noAddresses();
            CyclicBarrier together = new CyclicBarrier(writers);
            List<Callable<String>> all = new ArrayList<>();
            for (int writer = 0; writer < writers; writer++) {
                String email = "w" + writer + "@example.ro";
                all.add(() -> {
                    together.await();
                    store.put(mayor(email), "planner", NOW);
                    return email;
                });
            }
            ExecutorService threads = Executors.newFixedThreadPool(writers);
            for (Future<String> written : threads.invokeAll(all)) {
                assertThat(written.get()).endsWith("@example.ro");
            }
            threads.shutdown();
            assertThat(store.listAll()).hasSize(1);
        }
    }
}
