package ro.caravana.coordination.text;

import ro.caravana.coordination.PersonsRange;
import ro.caravana.pages.Phrasebook;
import ro.caravana.pages.Words;

/** What partners and citizens are told about visits. */
public final class PartnerWords {
    public static final Phrasebook BOOK = new Phrasebook("coordination.messages");

    private PartnerWords() {}

    /** How many to expect, as a range. */
    public static String persons(Words words, PersonsRange range) {
        return range.low() == 0
                ? words.text("persons-up-to", range.high())
                : words.text("persons-between", range.low(), range.high());
    }
}
