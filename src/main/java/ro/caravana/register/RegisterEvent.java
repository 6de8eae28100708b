package ro.caravana.register;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import ro.caravana.statistics.CaseCategory;

/**
 * One event of an office's register: counts, never a person.
 *
 * @param id given by the office; an event counts once, however often it is sent
 * @param at when it happened, by the office
 * @param siruta of a locality, or of a UAT where the locality is unknown
 * @param ageBand "18-34" or "85+"; empty where the office does not tell
 * @param sex "F" or "M"; empty where the office does not tell
 * @param cases at least 1
 */
public record RegisterEvent(
        UUID id, Instant at, int siruta, CaseCategory category, Change change, String ageBand, String sex, int cases) {
    private static final ZoneId BUCHAREST = ZoneId.of("Europe/Bucharest");

    public RegisterEvent {
        if (cases < 1) {
            throw new IllegalArgumentException("an event speaks of at least one case");
        }
    }

    /** The day it is counted on. */
    public LocalDate day() {
        return LocalDate.ofInstant(at, BUCHAREST);
    }
}
