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
