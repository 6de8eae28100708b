package ro.caravana.register.alias;

import java.time.Clock;
import ro.caravana.register.keys.OfficeKeys;
import ro.caravana.store.TestDatabase;
import ro.caravana.territory.TerritoryRegistry;

/** Aliases on a test's database. */
public final class TestAliases {
    private TestAliases() {}

    public static Aliases on(TestDatabase database, OfficeKeys keys, TerritoryRegistry territory, Clock clock) {
        return new Aliases(new AliasStore(database.jdbc()), keys, territory, clock);
    }
}
