package ro.caravana.territory;

import java.util.List;
import java.util.regex.Pattern;

/** A county's schools, as far as their names say so. Immutable. */
public final class Schools {
    private static final Pattern SCHOOL = Pattern.compile("\\b(?:SCOAL\\w*|SC|LICEU\\w*|COLEGIU\\w*)\\b");

    private final List<Site> schools;

    public Schools(Territory territory) {
        schools = territory.listSites().stream()
                .filter(site -> site.kind() == Site.Kind.VENUE && isSchool(site.name()))
                .toList();
    }

    /** Whether a school is there or no further away than so many metres. */
    public boolean isNear(Site site, double metres) {
        return schools.stream().anyMatch(school -> school.position().metresTo(site.position()) <= metres);
    }

    /** By its name, for example "Școala Gimnazială Aghireșu" or "SC. PRIM. MAHAL". */
    static boolean isSchool(String venue) {
        return SCHOOL.matcher(PlaceNames.key(venue)).find();
    }
}
