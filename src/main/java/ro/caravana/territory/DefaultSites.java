package ro.caravana.territory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import ro.caravana.geo.Position;
import ro.caravana.territory.Site.Kind;

/** Chooses where the station stops in a village when nobody has said otherwise. */
final class DefaultSites {
    /** Further away a venue no longer serves the village it is listed under. */
    private static final double REACH_METRES = 3_000;

    private static final Pattern HALL = Pattern.compile("\\b(?:CAMIN\\w*|CASA DE CULTURA|CENTRUL? CULTURAL)\\b.*");
    private static final Pattern KINDERGARTEN = Pattern.compile("\\bGRADINI\\w*\\b");

    private DefaultSites() {}

    /**
     * A place that people know; {@code insideUat} false where its position contradicts its address.
     *
     * @param name as published, often in capitals
     */
    record Venue(int localitySiruta, String name, Position position, boolean wheelchair, boolean insideUat) {}

    /**
     * One default site {@code s<siruta>} per locality, in the localities' order, then the other venues as
     * {@code v<siruta>-<number>}.
     */
    static List<Site> of(List<Locality> localities, List<Venue> venues) {
        Map<Integer, List<Venue>> byLocality = new LinkedHashMap<>();
        venues.forEach(venue -> byLocality
                .computeIfAbsent(venue.localitySiruta(), key -> new ArrayList<>())
                .add(venue));
        List<Site> defaults = new ArrayList<>();
        List<Site> others = new ArrayList<>();
        for (Locality locality : localities) {
            List<Venue> here = byLocality.getOrDefault(locality.siruta(), List.of());
            List<Venue> fit = here.stream()
                    .filter(venue -> fits(venue, locality))
                    .sorted(bestFirst(locality))
                    .toList();
            defaults.add(fit.isEmpty() ? centre(locality) : site("s" + locality.siruta(), locality, fit.get(0)));
            for (int i = 0; i < here.size(); i++) {
                if (here.get(i).insideUat() && (fit.isEmpty() || here.get(i) != fit.get(0))) {
                    others.add(site("v" + locality.siruta() + "-" + (i + 1), locality, here.get(i)));
                }
            }
        }
        defaults.addAll(others);
        return defaults;
    }

    static Site centre(Locality locality) {
        return new Site(
                "s" + locality.siruta(),
                Kind.LOCALITY_CENTRE,
                locality.siruta(),
                locality.uatSiruta(),
                locality.name(),
                locality.position(),
                false);
    }

    private static Site site(String id, Locality locality, Venue venue) {
        return new Site(
                id,
                Kind.VENUE,
                locality.siruta(),
                locality.uatSiruta(),
                readable(venue.name()),
                venue.position(),
                venue.wheelchair());
    }

    private static boolean fits(Venue venue, Locality locality) {
        return venue.insideUat() && venue.position().metresTo(locality.position()) <= REACH_METRES;
    }

    /** A community hall before a school before anything else; then with a ramp; then nearest to the village's middle. */
    private static Comparator<Venue> bestFirst(Locality locality) {
        return Comparator.<Venue>comparingInt(venue -> rank(venue.name()))
                .thenComparing(venue -> !venue.wheelchair())
                .thenComparingDouble(venue -> venue.position().metresTo(locality.position()))
                .thenComparing(Venue::name);
    }

    private static int rank(String name) {
        String key = PlaceNames.key(name);
        if (HALL.matcher(key).find()) {
            return 0;
        }
        return Schools.isSchool(name) || KINDERGARTEN.matcher(key).find() ? 1 : 2;
    }

    /** "CĂMINUL CULTURAL BUZA" is read as shouting: written "Căminul Cultural Buza". */
    static String readable(String name) {
        if (!name.equals(name.toUpperCase(Locale.ROOT))) {
            return name;
        }
        StringBuilder readable = new StringBuilder(name.length());
        boolean startOfWord = true;
        for (char c : name.toCharArray()) {
            readable.append(startOfWord ? c : Character.toLowerCase(c));
            startOfWord = !Character.isLetter(c);
        }
        return readable.toString();
    }
}
