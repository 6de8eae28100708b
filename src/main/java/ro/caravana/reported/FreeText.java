package ro.caravana.reported;

import ro.caravana.problem.PersonalCode;

/** Words that people write beside a figure: short, and about nobody. */
final class FreeText {
    static final int LONGEST = 300;

    private FreeText() {}

    /**
     * @param field where, as the form and the JSON member call it
     * @throws ReportedProblem.Unusable 400
     */
    static String checked(String field, String text) {
        String stripped = text.strip();
        if (stripped.length() > LONGEST) {
            throw new ReportedProblem.Unusable(field, "It has at most " + LONGEST + " characters.");
        }
        if (PersonalCode.isIn(stripped)) {
            throw new ReportedProblem.PersonalCode(field);
        }
        return stripped;
    }
}
