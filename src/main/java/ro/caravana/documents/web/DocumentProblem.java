package ro.caravana.documents.web;

import ro.caravana.problem.Problem;

/** Why a document cannot be made as asked. */
abstract sealed class DocumentProblem extends Problem {
    private DocumentProblem(String type, int status, String title, String detail) {
        super(type, status, title, detail);
    }

    /** A parameter has a value that means nothing. */
    static final class UnknownOption extends DocumentProblem {
        /**
         * @param parameter its name
         * @param possible the values it may have
         */
        UnknownOption(String parameter, String possible) {
            super(
                    "document-option-unknown",
                    400,
                    "This option is not known",
                    "The parameter \"" + parameter + "\" may be " + possible
                            + ". Leave it out for the usual document.");
            put("parameter", parameter);
        }
    }

    /** No year that has a budget. */
    static final class NoSuchYear extends DocumentProblem {
        NoSuchYear() {
            super("money-year-unknown", 404, "No such year", "A year has four digits, from 2000 to 2099.");
        }
    }

    /** The month is none. */
    static final class NoSuchMonth extends DocumentProblem {
        NoSuchMonth() {
            super("report-month-unknown", 404, "No such month", "A month is written like 2027-03 and has begun.");
        }
    }

    /** Nobody is being asked anything. */
    static final class NoLetters extends DocumentProblem {
        NoLetters() {
            super(
                    "letters-none",
                    404,
                    "There is no letter to print",
                    "No partner is being asked anything now. Letters are there once a visit's mayor and police were asked.");
        }
    }

    /** Citizens were told nothing of the kind. */
    static final class NotAnnounced extends DocumentProblem {
        NotAnnounced() {
            super(
                    "notice-unknown",
                    404,
                    "Nothing is announced here",
                    "No announced visit and no UAT has this address. What is announced is listed at /public.");
        }
    }

    /** What a poster would say is no longer true. */
    static final class NoLongerAnnounced extends DocumentProblem {
        NoLongerAnnounced() {
            super(
                    "notice-withdrawn",
                    410,
                    "The visit does not take place as announced",
                    "The visit is over, has moved or was cancelled; there is no poster for it. Its page says which.");
        }
    }

    /** Somebody wants the directorate's own copy who does not work there. */
    static final class NotForThisViewer extends DocumentProblem {
        NotForThisViewer() {
            super(
                    "document-internal",
                    403,
                    "Internal documents are for planners and field teams",
                    "Leave out the parameter \"audience\", or ask for audience=shared.");
        }
    }
}
