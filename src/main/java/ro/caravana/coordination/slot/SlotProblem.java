package ro.caravana.coordination.slot;

import ro.caravana.problem.Problem;

/** Why a number cannot be had, or slots not be offered. */
public abstract sealed class SlotProblem extends Problem {
    private SlotProblem(String type, int status, String title, String detail) {
        super(type, status, title, detail);
    }

    /** No visit takes numbers here. */
    public static final class NoSlots extends SlotProblem {
        public NoSlots() {
            super(
                    "slots-none",
                    404,
                    "No numbers are given here",
                    "This visit takes people in the order in which they come, or it is not announced.");
        }
    }

    /** Somebody else was faster. */
    public static final class Full extends SlotProblem {
        public Full() {
            super(
                    "slot-full",
                    409,
                    "This quarter of an hour is full",
                    "Choose another one; free ones are on the visit's page.");
        }
    }

    /** Numbers are out for the places there are now. */
    public static final class NumbersOut extends SlotProblem {
        public NumbersOut() {
            super(
                    "slots-taken",
                    409,
                    "Numbers have been taken",
                    "People hold numbers for this visit already; the places per quarter of an hour stay as they are.");
        }
    }

    /** A bedside visit, or one that is over. */
    public static final class NotForSlots extends SlotProblem {
        public NotForSlots() {
            super(
                    "slots-not-offered",
                    409,
                    "This visit has no time slots",
                    "Numbers are for visits that citizens come to and that are still ahead.");
        }
    }

    /** More than fits. */
    public static final class BadPlaces extends SlotProblem {
        public BadPlaces() {
            super(
                    "slot-places-unusable",
                    400,
                    "The number of places cannot be used",
                    "Between 1 and " + Slots.MOST_PLACES + " persons fit into a quarter of an hour.");
            put("field", "places");
        }
    }

    /** No number has this slip. */
    public static final class UnknownTicket extends SlotProblem {
        public UnknownTicket() {
            super(
                    "slot-ticket-unknown",
                    404,
                    "There is no such number",
                    "It was given back, or the address is not whole.");
        }
    }

    /** One sender takes many. */
    public static final class TooMany extends SlotProblem {
        public TooMany(long seconds) {
            super(
                    "slot-too-many",
                    429,
                    "Enough numbers for now",
                    "From here several numbers were taken just now. Take the next one later.");
            retryAfter(seconds);
        }
    }
}
