package ro.caravana.workgroup;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A request whose answer was lost comes again, and makes what it made. */
class RequestKeyTests {
    @Test
    void theSameRequestAgainIsTheSameThing() {
        assertThat(RequestKey.id("k", "ana", "motorină", 120)).isEqualTo(RequestKey.id("k", "ana", "motorină", 120));
    }

    @Test
    void twoPeopleMayChooseTheSameKey() {
        assertThat(RequestKey.id("k", "ana", "motorină")).isNotEqualTo(RequestKey.id("k", "ion", "motorină"));
    }

    @Test
    void theSameKeyWithOtherContentIsAnotherThing() {
        assertThat(RequestKey.id("k", "ana", "motorină", 120)).isNotEqualTo(RequestKey.id("k", "ana", "motorină", 121));
        assertThat(RequestKey.id("k", "ana", "a", "bc")).isNotEqualTo(RequestKey.id("k", "ana", "ab", "c"));
    }

    @Test
    void withoutAKeyEveryRequestIsItsOwn() {
        for (@Nullable String none : new @Nullable String[] {null, "", " "}) {
            assertThat(RequestKey.id(none, "ana", "motorină")).isNotEqualTo(RequestKey.id(none, "ana", "motorină"));
        }
    }
}
