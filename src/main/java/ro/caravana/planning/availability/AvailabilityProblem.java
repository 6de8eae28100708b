package ro.caravana.planning.availability;

import ro.caravana.problem.Problem;

/** What cannot be written down of a place's availability. */
public abstract sealed class AvailabilityProblem extends Problem {
    private AvailabilityProblem(String type, int status, String title, String detail) {
        super(type, status, title, detail);
    }

    /** A member that means nothing. */
    public static final class Unusable extends AvailabilityProblem {
        /** @param field the member's name */
        public Unusable(String field, String detail) {
            super("availability-unusable", 400, "This cannot be written down like this", detail);
            put("field", field);
        }
    }

    /** The county has no such place, or no such station. */
    public static final class UnknownPlace extends AvailabilityProblem {
        public UnknownPlace(String field) {
            super(
                    "availability-place-unknown",
                    400,
                    "The place is not known",
                    "Name one place: a SIRUTA code of a locality or UAT, the id of a site, or that of a station.");
            put("field", field);
        }
    }

    /** The hours or days end before they begin. */
    public static final class Reversed extends AvailabilityProblem {
        public Reversed(String field) {
            super(
                    "availability-reversed",
                    400,
                    "The end comes before the beginning",
                    "Hours and days end after they begin. Only days of every year may run over the new year.");
            put("field", field);
        }
    }

    /** A personal code among the words. */
    public static final class PersonalCode extends AvailabilityProblem {
        public PersonalCode() {
            super(
                    "availability-personal-code",
                    400,
                    "A personal code was written down",
                    "Thirteen digits look like a personal numeric code. Nothing was kept. Write the note without it.");
            put("field", "note");
        }
    }

    /** A file that is no such table. */
    public static final class UnusableFile extends AvailabilityProblem {
        public UnusableFile() {
            super(
                    "availability-file-unusable",
                    400,
                    "The file cannot be used",
                    "A CSV file with a header is needed: place, reason and, as the kind needs them, weekdays, from, to, first, last,"
                            + " note; at most 2000 rows. Nothing was kept.");
        }
    }

    /** No entry has this id, or it is already what it should become. */
    public static final class Unknown extends AvailabilityProblem {
        public Unknown() {
            super(
                    "availability-unknown",
                    404,
                    "No such entry",
                    "No entry has this id, or somebody has taken it away or brought it back already.");
        }
    }
}
