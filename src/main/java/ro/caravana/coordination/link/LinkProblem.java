package ro.caravana.coordination.link;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import ro.caravana.problem.Problem;

/** Why a link takes no answer. */
public abstract sealed class LinkProblem extends Problem {
    private LinkProblem(String type, int status, String title, String detail) {
        super(type, status, title, detail);
    }

    /** Nobody was sent this address. */
    public static final class Unknown extends LinkProblem {
        public Unknown() {
            super(
                    "partner-link-unknown",
                    404,
                    "No such link",
                    "Nobody was sent this address. Check that it is whole, as it stands in the letter.");
        }
    }

    /** Too many addresses that do not exist. */
    public static final class TooManyTries extends LinkProblem {
        public TooManyTries(long seconds) {
            super(
                    "partner-link-tries",
                    429,
                    "Too many tries",
                    "Too many addresses that do not exist. Wait as long as Retry-After says.");
            retryAfter(seconds);
        }
    }

    /** The time for an answer has passed. */
    public static final class Expired extends LinkProblem {
        public Expired() {
            super("partner-link-expired", 410, "The link has expired", "The time for an answer has passed.");
        }
    }

    /** The link was closed before: answered, or its question does not stand any more. */
    public static final class Closed extends LinkProblem {
        private final ClosedBecause because;
        private final transient PartnerLink link;
        private final transient Optional<LocalDate> newDate;

        /** @param newDate of the visit, where it has moved */
        public Closed(PartnerLink link, ClosedBecause because, Optional<LocalDate> newDate) {
            super(
                    "partner-link-" + because.name().toLowerCase(Locale.ROOT),
                    410,
                    "The link takes no answer any more",
                    sentence(because));
            this.because = because;
            this.link = link;
            this.newDate = newDate;
        }

        private static String sentence(ClosedBecause because) {
            return switch (because) {
                case ANSWERED -> "It has been answered already; an answer is given once.";
                case DECLINED -> "The other partner cannot on this date; a new one will be proposed.";
                case MOVED -> "The visit has moved to another date; a new link will be sent.";
                case CANCELLED -> "The visit does not take place.";
                case REPLACED -> "A newer link was sent in its place.";
            };
        }

        public ClosedBecause because() {
            return because;
        }

        public PartnerLink link() {
            return link;
        }

        public Optional<LocalDate> newDate() {
            return newDate;
        }
    }

    /** The form was not filled in so that it can be used. */
    public static final class BadAnswer extends LinkProblem {
        /** @param field name of the form's field */
        public BadAnswer(String field, String detail) {
            super("partner-answer-unusable", 400, "The answer cannot be used", detail);
            put("field", field);
        }

        public String field() {
            return String.valueOf(properties().get("field"));
        }
    }
}
