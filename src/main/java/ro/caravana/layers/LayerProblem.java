package ro.caravana.layers;

import java.util.Collection;
import java.util.List;
import ro.caravana.problem.Problem;

/** Why a layer cannot be read like this. */
public abstract sealed class LayerProblem extends Problem {
    private LayerProblem(String type, int status, String title, String detail) {
        super(type, status, title, detail);
    }

    /** No collection has this id. */
    public static final class UnknownCollection extends LayerProblem {
        public UnknownCollection(Collection<String> known) {
            super(
                    "collection-unknown",
                    404,
                    "No such collection",
                    "No collection has this id. Those that exist are listed at /ogc/collections.");
            put("collections", List.copyOf(known));
        }
    }

    /** No feature of the collection has this id. */
    public static final class UnknownFeature extends LayerProblem {
        public UnknownFeature() {
            super(
                    "feature-unknown",
                    404,
                    "No such feature",
                    "No feature of this collection has this id. Take ids from the collection's items.");
        }
    }

    /** A query parameter that nobody reads; ignoring it would answer something else than was asked. */
    public static final class UnknownParameter extends LayerProblem {
        public UnknownParameter(Collection<String> allowed) {
            super(
                    "parameter-unknown",
                    400,
                    "Unknown query parameter",
                    "The query has a parameter that this address does not know. Use only those listed as allowed.");
            put("allowedParameters", List.copyOf(allowed));
        }
    }

    /** A query parameter whose value cannot be read. */
    public static final class BadParameter extends LayerProblem {
        /**
         * @param parameter its name, one that the address knows
         * @param detail how the value should look
         */
        public BadParameter(String parameter, String detail) {
            super("parameter-bad", 400, "Unreadable query parameter", detail);
            put("parameter", parameter);
        }
    }

    /** None of the formats the client accepts can be written. */
    public static final class NotAcceptable extends LayerProblem {
        public NotAcceptable() {
            super(
                    "not-acceptable",
                    406,
                    "Not acceptable",
                    "This address writes JSON and HTML. Send a fitting Accept header, or add f=json or f=html.");
        }
    }
}
