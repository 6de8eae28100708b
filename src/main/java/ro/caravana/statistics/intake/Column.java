package ro.caravana.statistics.intake;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The columns of a statistics file and the headings people give them, as {@link Words#plain} reduces them. */
enum Column {
    SIRUTA("siruta", "cod siruta", "siruta localitate", "cod siruta localitate", "localitate siruta", "siruta code"),
    UAT_SIRUTA("uat siruta", "siruta uat", "cod siruta uat", "cod uat"),
    COUNTY("county", "judet", "judetul", "jud"),
    UAT("uat", "uat name", "denumire uat", "nume uat", "comuna", "unitate administrativ teritoriala", "municipality"),
    LOCALITY(
            "locality",
            "localitate",
            "localitatea",
            "denumire localitate",
            "nume localitate",
            "sat",
            "satul",
            "village",
            "locality name"),
    CATEGORY("category", "categorie", "categoria", "tip caz", "tip", "case category"),
    AGE_BAND("age band", "age", "age group", "grupa de varsta", "grupa varsta", "varsta", "grupe de varsta"),
    SEX("sex", "gen", "gender", "sexul"),
    PERIOD("period", "perioada", "data", "date", "la data", "as of", "an", "anul", "year", "luna", "month"),
    COUNT("count", "numar", "numarul", "nr", "nr cazuri", "numar cazuri", "numar persoane", "cazuri", "cases", "total");

    private static final Map<String, Column> BY_HEADING = Stream.of(values())
            .flatMap(column -> column.headings.stream().map(heading -> Map.entry(heading, column)))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private final List<String> headings;

    Column(String... headings) {
        this.headings = List.of(headings);
    }

    static Optional<Column> find(String heading) {
        return Optional.ofNullable(BY_HEADING.get(Words.plain(heading)));
    }

    /** The name in reports and quarantine files; {@link #find} understands it. */
    String canonical() {
        return name().toLowerCase(Locale.ROOT);
    }
}
