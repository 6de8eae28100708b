package ro.caravana.planning.availability;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** The days of an entry. */
public sealed interface When {
    /** Whether a visit is impossible all day for this alone; weekly hours close no date, they open some. */
    boolean closes(LocalDate date);

    /** The kind's name, stable on the wire and in the database. */
    Kind kind();

    /** The first closed day as written: {@code 2027-02-01}, {@code 12-01} where it comes back; empty for weekly hours. */
    default Optional<String> firstDay() {
        return Optional.empty();
    }

    /** The last closed day, written likewise. */
    default Optional<String> lastDay() {
        return Optional.empty();
    }

    /** What sorts of days there are. */
    enum Kind {
        WEEKLY,
        DATES,
        YEARLY
    }

    /**
     * Hours on weekdays on which a visit is possible; several of one partner add up.
     *
     * @param weekdays at least one, in the order of the week
     * @param from second of the day, from 0
     * @param to second of the day, after {@code from}, up to 86 400
     */
    record Weekly(Set<DayOfWeek> weekdays, int from, int to) implements When {
        public Weekly {
            weekdays = Collections.unmodifiableSet(EnumSet.copyOf(weekdays));
        }

        @Override
        public boolean closes(LocalDate date) {
            return false;
        }

        @Override
        public Kind kind() {
            return Kind.WEEKLY;
        }
    }

    /** Days on which no visit is possible, both ends included. */
    record Dates(LocalDate first, LocalDate last) implements When {
        @Override
        public boolean closes(LocalDate date) {
            return !date.isBefore(first) && !date.isAfter(last);
        }

        @Override
        public Kind kind() {
            return Kind.DATES;
        }

        @Override
        public Optional<String> firstDay() {
            return Optional.of(first.toString());
        }

        @Override
        public Optional<String> lastDay() {
            return Optional.of(last.toString());
        }
    }

    /**
     * The same days of every year, both ends included. Where the last comes before the first they run over the new year: 1 December
     * to 15 March. The 29th of February means nothing in a year without one: ranges that begin or end there lose that day, and it
     * alone closes none.
     */
    record Yearly(MonthDay first, MonthDay last) implements When {
        /** ISO writes a day without a year with two hyphens before it. */
        private static final String NO_YEAR = "--";

        /**
         * @param first as {@code mm-dd}
         * @throws java.time.DateTimeException where that is no day
         */
        public static Yearly of(String first, String last) {
            return new Yearly(MonthDay.parse(NO_YEAR + first), MonthDay.parse(NO_YEAR + last));
        }

        @Override
        public boolean closes(LocalDate date) {
            MonthDay day = MonthDay.from(date);
            boolean begun = !day.isBefore(first);
            boolean notOver = !day.isAfter(last);
            return first.isAfter(last) ? begun || notOver : begun && notOver;
        }

        @Override
        public Kind kind() {
            return Kind.YEARLY;
        }

        @Override
        public Optional<String> firstDay() {
            return Optional.of(first.toString().substring(NO_YEAR.length()));
        }

        @Override
        public Optional<String> lastDay() {
            return Optional.of(last.toString().substring(NO_YEAR.length()));
        }
    }
}
