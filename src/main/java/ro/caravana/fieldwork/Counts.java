package ro.caravana.fieldwork;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import ro.caravana.statistics.CaseCategory;

/**
 * What was counted at a visit; never negative. Raw: whoever shows it passes it through disclosure. Immutable.
 *
 * @param served persons who applied, by their case; zero where a category is left out
 * @param photos taken
 * @param missing documents that were not brought
 * @param sentBack persons who came and could not apply
 * @param feesCovered cards whose fee the county pays because the person has no income
 * @param metres driven for this visit; the way home counts with the day's last one
 */
public record Counts(
        Map<CaseCategory, Integer> served,
        int photos,
        Map<MissingDocument, Integer> missing,
        Map<SentBackReason, Integer> sentBack,
        int feesCovered,
        int metres) {
    public static final Counts NONE = new Counts(Map.of(), 0, Map.of(), Map.of(), 0, 0);

    public Counts {
        served = positive(CaseCategory.class, served);
        missing = positive(MissingDocument.class, missing);
        sentBack = positive(SentBackReason.class, sentBack);
    }

    /** In the order of the codes and without zeros, so that equal counts are equal. */
    private static <E extends Enum<E>> Map<E, Integer> positive(Class<E> type, Map<E, Integer> counts) {
        Map<E, Integer> kept = new EnumMap<>(type);
        counts.forEach((code, count) -> {
            if (count > 0) {
                kept.put(code, count);
            }
        });
        return Collections.unmodifiableMap(kept);
    }

    public int servedPersons() {
        return sum(served);
    }

    public int sentBackPersons() {
        return sum(sentBack);
    }

    /** Everybody who came. */
    public int came() {
        return servedPersons() + sentBackPersons();
    }

    /** Of two phones that counted different persons at one place. They came in one car: the longer way counts once. */
    Counts plus(Counts other) {
        return new Counts(
                added(CaseCategory.class, served, other.served),
                photos + other.photos,
                added(MissingDocument.class, missing, other.missing),
                added(SentBackReason.class, sentBack, other.sentBack),
                feesCovered + other.feesCovered,
                Math.max(metres, other.metres));
    }

    static <E extends Enum<E>> Map<E, Integer> added(Class<E> type, Map<E, Integer> one, Map<E, Integer> other) {
        Map<E, Integer> sum = new EnumMap<>(type);
        List.of(one, other).forEach(part -> part.forEach((code, count) -> sum.merge(code, count, Integer::sum)));
        return sum;
    }

    private static int sum(Map<?, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }
}
