package ro.caravana.territory;

import java.util.List;
import java.util.regex.Pattern;

/** A county's schools, as far as their names say so. Immutable. */
public final class Schools {
    private static final Pattern SCHOOL = Pattern.compile("\\b(?:SCOAL\\w*|SC|LICEU\\w*|COLEGIU\\w*)\\b");
    private static final Pattern LOWER_SECONDARY_OR_ABOVE =
            Pattern.compile("\\b(?:GIMN\\w*|GIM|LICEU\\w*|COLEGIU\\w*|GRUP\\w* SC(?:OL\\w*)?|VIII|IX|XI?I?)\\b");
    private static final Pattern PRIMARY = Pattern.compile("\\b(?:PRIM|PRIMAR[AE]?|(?:0|I|1) (?:IV|4))\\b");

    private final List<Site> schools;

    public Schools(Territory territory) {
        schools = territory.listSites().stream()
                .filter(site -> site.kind() == Site.Kind.VENUE && hasFourteenYearOlds(site.name()))
                .toList();
    }

    /** Whether a school with 14-year-olds is there or no further away than so many metres. */
    public boolean isNear(Site site, double metres) {
        return schools.stream().anyMatch(school -> school.position().metresTo(site.position()) <= metres);
    }

    /** By its name: a school beyond the primary one, whose pupils are ten when they leave. */
    static boolean hasFourteenYearOlds(String venue) {
        String key = PlaceNames.key(venue);
        return LOWER_SECONDARY_OR_ABOVE.matcher(key).find()
                || (SCHOOL.matcher(key).find() && !PRIMARY.matcher(key).find());
    }

    /** Any, by its name, for example "Școala Gimnazială Aghireșu" or "SC. PRIM. MAHAL". */
    static boolean isSchool(String venue) {
        return SCHOOL.matcher(PlaceNames.key(venue)).find();
    }
}
