package ro.caravana.statistics.intake;

import static java.util.Map.entry;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import ro.caravana.statistics.CaseCategory;

/** The words by which files name a case category, beside its code. */
final class CategoryWords {
    private static final Map<String, CaseCategory> WORDS = new HashMap<>(Map.ofEntries(
            entry("fara act de identitate", CaseCategory.NO_ID),
            entry("fara carte de identitate", CaseCategory.NO_ID),
            entry("fara ci", CaseCategory.NO_ID),
            entry("act expirat", CaseCategory.EXPIRED_ID),
            entry("act de identitate expirat", CaseCategory.EXPIRED_ID),
            entry("carte de identitate expirata", CaseCategory.EXPIRED_ID),
            entry("ci expirata", CaseCategory.EXPIRED_ID),
            entry("act deteriorat", CaseCategory.DAMAGED_ID),
            entry("act pierdut, furat sau deteriorat", CaseCategory.DAMAGED_ID),
            entry("pierdut furat deteriorat", CaseCategory.DAMAGED_ID),
            entry("ci deteriorata", CaseCategory.DAMAGED_ID),
            entry("damaged", CaseCategory.DAMAGED_ID),
            entry("primul act la 14 ani", CaseCategory.FIRST_ID_14),
            entry("prima carte de identitate la 14 ani", CaseCategory.FIRST_ID_14),
            entry("14 ani", CaseCategory.FIRST_ID_14),
            entry("fara certificat de nastere", CaseCategory.NO_BIRTH_CERTIFICATE),
            entry("no birth cert", CaseCategory.NO_BIRTH_CERTIFICATE),
            entry("carte de identitate provizorie", CaseCategory.TEMPORARY_ID),
            entry("act provizoriu", CaseCategory.TEMPORARY_ID),
            entry("ci provizorie", CaseCategory.TEMPORARY_ID),
            entry("temporary", CaseCategory.TEMPORARY_ID),
            entry("netransportabil", CaseCategory.NON_TRANSPORTABLE),
            entry("persoana netransportabila", CaseCategory.NON_TRANSPORTABLE),
            entry("persoane netransportabile", CaseCategory.NON_TRANSPORTABLE)));

    static {
        for (CaseCategory category : CaseCategory.values()) {
            WORDS.put(Words.plain(category.name()), category);
        }
    }

    private CategoryWords() {}

    static Optional<CaseCategory> find(String text) {
        return Optional.ofNullable(WORDS.get(Words.plain(text)));
    }
}
