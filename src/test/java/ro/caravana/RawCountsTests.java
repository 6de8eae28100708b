package ro.caravana;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import reactor.core.publisher.Flux;
import ro.caravana.disclosure.PublishedCount;
import ro.caravana.need.Need;

/** The walk over answers must itself be able to fail. */
class RawCountsTests {
    record Safe(String name, int population, PublishedCount persons, List<Safe> parts) {}

    record Bare(String name, long persons) {}

    record Boxed(OptionalInt openCases) {}

    record Deep(Map<String, List<Bare>> places) {}

    record Opaque(Map<String, Object> properties) {}

    record Counts(Map<String, Long> personsByCategory, Map<String, Long> count) {}

    static class OpenController {
        @GetMapping("/open")
        Need open() {
            throw new UnsupportedOperationException();
        }

        @PreAuthorize("hasRole('PLANNER')")
        @GetMapping("/planners")
        Need planners() {
            throw new UnsupportedOperationException();
        }
    }

    @Test
    void publishedFiguresAndPopulationsPass() {
        assertThat(leaks(Safe.class)).isEmpty();
    }

    @Test
    void aBareNumberOfPersonsIsFound() {
        assertThat(leaks(Bare.class)).containsExactly("handler.persons is a bare number");
        assertThat(leaks(Boxed.class)).containsExactly("handler.openCases is a bare number");
        assertThat(leaks(Counts.class)).hasSize(2);
    }

    @Test
    void wrappersAreLookedThrough() {
        assertThat(leaks(new ParameterizedTypeReference<ResponseEntity<Flux<Deep>>>() {}.getType()))
                .containsExactly("handler.places.persons is a bare number");
    }

    @Test
    void rawTypesAndOpaqueOnesAreFound() {
        assertThat(leaks(new ParameterizedTypeReference<List<Need>>() {}.getType()))
                .anyMatch(leak -> leak.contains("raw Need"));
        assertThat(leaks(Opaque.class)).anyMatch(leak -> leak.contains("Object"));
    }

    @Test
    void onlyPlannersMayBeAnsweredRaw() {
        assertThat(RawCounts.inAnswersOf(OpenController.class))
                .isNotEmpty()
                .allMatch(leak -> leak.startsWith("OpenController.open"));
    }

    private static List<String> leaks(Type answer) {
        return RawCounts.in("handler", answer).toList();
    }
}
