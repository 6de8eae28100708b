package ro.caravana.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import ro.caravana.geo.Position;
import ro.caravana.territory.Office;
import ro.caravana.territory.Territory;
import ro.caravana.territory.Uat;

class ServingOfficesTests {
    private static final Position WEST = new Position(46.7, 23.0);
    private static final Position EAST = new Position(46.7, 24.0);

    private static ServingOffices serving(String declared) {
        Uat uat = new Uat(1, "Aiton", Uat.Type.COMMUNE, 11, WEST, 1_000, "", declared);
        return new ServingOffices(new Territory(
                "Undeva",
                List.of(uat),
                List.of(),
                List.of(),
                List.of(
                        office("WEST", WEST, Office.Kind.LOCAL_SERVICE),
                        office("EAST", EAST, Office.Kind.LOCAL_SERVICE))));
    }

    private static Office office(String id, Position position, Office.Kind kind) {
        return new Office(id, kind, id, 1, position, "");
    }

    @Test
    void whatTheCountySaysHolds() {
        assertThat(serving("EAST").officeOf(1)).isEqualTo("EAST");
        assertThat(serving("EAST").isAssumed(1)).isFalse();
    }

    @Test
    void withoutAWordTheNearestIsAssumed() {
        assertThat(serving("").officeOf(1)).isEqualTo("WEST");
        assertThat(serving("").isAssumed(1)).isTrue();
    }

    /** A service may be taken out of the county's list later. */
    @Test
    void aServiceThatIsNoMoreIsReplacedByTheNearest() {
        assertThat(serving("GONE").officeOf(1)).isEqualTo("WEST");
        assertThat(serving("GONE").isAssumed(1)).isTrue();
    }
}
