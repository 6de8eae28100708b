package ro.caravana.register.keys;

import java.time.Clock;
import ro.caravana.store.TestDatabase;
import ro.caravana.territory.TerritoryRegistry;

/** Keys on a test database. */
public final class TestKeys {
    private TestKeys() {}

    public static OfficeKeys on(TestDatabase database, TerritoryRegistry territory, Clock clock) {
        return new OfficeKeys(new OfficeKeyStore(database.jdbc()), territory, clock);
    }
}
