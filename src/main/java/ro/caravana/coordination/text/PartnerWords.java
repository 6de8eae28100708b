package ro.caravana.coordination.text;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import ro.caravana.coordination.PersonsRange;
import ro.caravana.pages.Phrasebook;
import ro.caravana.pages.Words;

/** What partners and citizens are told about visits. */
public final class PartnerWords {
    public static final Phrasebook BOOK = new Phrasebook("coordination.messages");

    private static final ZoneId ZONE = ZoneId.of("Europe/Bucharest");

    private PartnerWords() {}

    /** Until when an answer is taken: a time of day, or the end of the day before where it is midnight. */
    public static String until(Words words, Instant end) {
        ZonedDateTime there = end.atZone(ZONE);
        return there.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? words.text("day-end", words.longDate(there.toLocalDate().minusDays(1)))
                : words.moment(end);
    }

    /** How many to expect, as a range. */
    public static String persons(Words words, PersonsRange range) {
        return range.low() == 0
                ? words.text("persons-up-to", range.high())
                : words.text("persons-between", range.low(), range.high());
    }
}
