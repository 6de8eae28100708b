package ro.caravana.documents.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import ro.caravana.access.Role;
import ro.caravana.access.Viewer;
import ro.caravana.documents.model.Audience;
import ro.caravana.documents.text.Language;

/**
 * How somebody wants a document: the query's options and who asks.
 *
 * @param viewer whose figures it shows: the asker's, or the working group's where a planner makes a copy to pass on
 */
record Wish(Language language, Audience audience, Viewer viewer) {
    private static final Set<Role> READ_INTERNAL = Set.of(Role.PLANNER, Role.FIELD);

    static Wish of(ServerHttpRequest request, Viewer viewer) {
        boolean internal = viewer.roles().stream().anyMatch(READ_INTERNAL::contains);
        Audience audience = option(request, "audience", Audience.class, internal ? Audience.INTERNAL : Audience.SHARED);
        if (audience == Audience.INTERNAL && !internal) {
            throw new DocumentProblem.NotForThisViewer();
        }
        Viewer reader = audience == Audience.SHARED ? new Viewer(viewer.name(), Set.of(Role.VIEWER)) : viewer;
        Language accepted = Language.accepted(request.getHeaders().getFirst(HttpHeaders.ACCEPT_LANGUAGE));
        return new Wish(option(request, "lang", Language.class, accepted), audience, reader);
    }

    /** One of an enum's values, in lower case. */
    static <E extends Enum<E>> E option(ServerHttpRequest request, String name, Class<E> type, E otherwise) {
        String asked = request.getQueryParams().getFirst(name);
        if (asked == null) {
            return otherwise;
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> wire(value).equals(asked.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new DocumentProblem.UnknownOption(
                        name,
                        Arrays.stream(type.getEnumConstants()).map(Wish::wire).collect(Collectors.joining(" or "))));
    }

    /** {@code true} unless {@code false} is asked for. */
    static boolean isOn(ServerHttpRequest request, String name) {
        String asked = request.getQueryParams().getFirst(name);
        if (asked == null || asked.equals("true")) {
            return true;
        }
        if (asked.equals("false")) {
            return false;
        }
        throw new DocumentProblem.UnknownOption(name, "true or false");
    }

    private static String wire(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
