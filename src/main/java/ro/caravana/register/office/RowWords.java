package ro.caravana.register.office;

import java.util.Arrays;
import java.util.stream.Collectors;
import ro.caravana.register.Change;
import ro.caravana.register.batch.EventReader;
import ro.caravana.register.batch.Reason;
import ro.caravana.statistics.CaseCategory;

/** What is wrong with a row, for whoever has to mend it: the code that the server uses too, and what is expected instead. */
final class RowWords {
    private RowWords() {}

    static String of(Reason reason) {
        return reason.name() + ": " + expected(reason);
    }

    private static String expected(Reason reason) {
        return switch (reason) {
            case NOT_AN_OBJECT -> "a line holds one JSON object";
            case UNKNOWN_FIELD ->
                "only id, at, siruta, category, change, ageBand, sex and count are sent; never a name";
            case BAD_ID -> "id is a UUID, or left out";
            case ID_REUSED -> "an event with this id and other content was counted already";
            case ANOTHER_OFFICES ->
                "an event of another office was counted under this id; only that office can withdraw it";
            case BAD_TIME -> "at is an instant from 1990 on with its offset, such as 2026-11-27T10:00:00+02:00";
            case FUTURE_TIME -> "at lies in the future; is this computer's clock right?";
            case UNKNOWN_SIRUTA -> "siruta is the code of a locality or UAT of the county";
            case UNKNOWN_CATEGORY -> "category is one of " + names(CaseCategory.values());
            case UNKNOWN_CHANGE -> "change is one of " + names(Change.values());
            case BAD_AGE_BAND -> "ageBand is such as 14-17 or 65+, up to 122, or left out";
            case BAD_SEX -> "sex is F or M, or left out";
            case BAD_COUNT -> "count is a whole number from 1 to " + EventReader.MOST_CASES;
        };
    }

    /** The server's reason in words; as it is where this client is older than the server. */
    static String of(String reason) {
        return Arrays.stream(Reason.values())
                .filter(known -> known.name().equals(reason))
                .findFirst()
                .map(RowWords::of)
                .orElse(reason);
    }

    private static String names(Enum<?>... values) {
        return Arrays.stream(values).map(Enum::name).collect(Collectors.joining(", "));
    }
}
