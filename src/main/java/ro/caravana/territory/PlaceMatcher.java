package ro.caravana.territory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ro.caravana.territory.PlaceMatch.Ambiguous;
import ro.caravana.territory.PlaceMatch.Field;
import ro.caravana.territory.PlaceMatch.Matched;
import ro.caravana.territory.PlaceMatch.Place;
import ro.caravana.territory.PlaceMatch.Reason;
import ro.caravana.territory.PlaceMatch.Unknown;

/**
 * Finds the place a row of somebody's table means: by SIRUTA code, else by name within county and UAT, without case, diacritics
 * and words like "COM.". Immutable and thread-safe; build one per {@link Territory}.
 */
public final class PlaceMatcher {
    private final String countyKey;
    private final Map<Integer, Place> byCode = new HashMap<>();
    private final Map<String, List<Place>> uatsByName = new HashMap<>();
    private final Map<String, List<Place>> localitiesByName = new HashMap<>();
    private final Map<Integer, Integer> uatOfLocality = new HashMap<>();

    public PlaceMatcher(Territory territory) {
        countyKey = PlaceNames.keyWithoutPrefix(territory.county());
        for (Uat uat : territory.listUats()) {
            add(uatsByName, new Place(uat.siruta(), Level.UAT, uat.name(), uat.name()));
        }
        for (Locality locality : territory.listLocalities()) {
            String uatName = territory.getUat(locality.uatSiruta()).name();
            add(localitiesByName, new Place(locality.siruta(), Level.LOCALITY, locality.name(), uatName));
            uatOfLocality.put(locality.siruta(), locality.uatSiruta());
        }
    }

    private void add(Map<String, List<Place>> byName, Place place) {
        byCode.put(place.siruta(), place);
        byName.computeIfAbsent(PlaceNames.key(place.name()), key -> new ArrayList<>())
                .add(place);
    }

    /** The one place that fits everything the query says. A name beside a code must agree with it. */
    public PlaceMatch match(PlaceQuery query) {
        if (!query.county().isBlank()
                && !PlaceNames.keyWithoutPrefix(query.county()).equals(countyKey)) {
            return new Unknown(Reason.OTHER_COUNTY, Field.COUNTY);
        }
        if (!query.siruta().isBlank()) {
            return matchCode(query);
        }
        if (!query.locality().isBlank()) {
            return matchLocality(query);
        }
        return query.uat().isBlank() ? new Unknown(Reason.EMPTY, Field.SIRUTA) : matchUat(query.uat());
    }

    private PlaceMatch matchCode(PlaceQuery query) {
        Place place;
        try {
            place = byCode.get(Integer.parseInt(query.siruta().strip()));
        } catch (NumberFormatException notANumber) {
            return new Unknown(Reason.NOT_A_CODE, Field.SIRUTA);
        }
        if (place == null) {
            return new Unknown(Reason.NO_SUCH_CODE, Field.SIRUTA);
        }
        if (!query.uat().isBlank() && !named(uatsByName, query.uat()).contains(uatOf(place))) {
            return new Unknown(Reason.CONTRADICTION, Field.UAT);
        }
        return query.locality().isBlank() ? new Matched(place) : localityOfCode(place, query.locality());
    }

    /** The code may be the locality's own or, as in many tables, that of its UAT. */
    private PlaceMatch localityOfCode(Place coded, String name) {
        List<Place> fitting = named(localitiesByName, name).stream()
                .filter(locality -> locality.equals(coded) || uatOf(locality).equals(coded))
                .toList();
        return fitting.isEmpty() ? new Unknown(Reason.CONTRADICTION, Field.LOCALITY) : one(fitting, Field.LOCALITY);
    }

    private PlaceMatch matchUat(String name) {
        return one(named(uatsByName, name), Field.UAT);
    }

    private PlaceMatch matchLocality(PlaceQuery query) {
        List<Place> localities = named(localitiesByName, query.locality());
        if (query.uat().isBlank()) {
            return one(localities, Field.LOCALITY);
        }
        List<Place> uats = named(uatsByName, query.uat());
        if (uats.isEmpty()) {
            return new Unknown(Reason.NO_SUCH_NAME, Field.UAT);
        }
        List<Place> inside = localities.stream()
                .filter(locality -> uats.contains(uatOf(locality)))
                .toList();
        return one(inside, Field.LOCALITY);
    }

    private static PlaceMatch one(List<Place> places, Field field) {
        return switch (places.size()) {
            case 0 -> new Unknown(Reason.NO_SUCH_NAME, field);
            case 1 -> new Matched(places.get(0));
            default -> new Ambiguous(places);
        };
    }

    /** Some real names begin with such a word ("Sat Șugatag"), so the whole name is tried first. */
    private static List<Place> named(Map<String, List<Place>> byName, String name) {
        List<Place> whole = byName.get(PlaceNames.key(name));
        return whole != null ? whole : byName.getOrDefault(PlaceNames.keyWithoutPrefix(name), List.of());
    }

    private Place uatOf(Place place) {
        Integer uat = place.level() == Level.UAT ? Integer.valueOf(place.siruta()) : uatOfLocality.get(place.siruta());
        Place found = uat == null ? null : byCode.get(uat);
        return found == null ? place : found;
    }
}
