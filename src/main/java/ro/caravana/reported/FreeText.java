package ro.caravana.reported;

import java.util.regex.Pattern;

/** Words that people write beside a figure: short, and about nobody. */
final class FreeText {
    static final int LONGEST = 300;

    /** A personal numeric code has 13 digits, however it is grouped. */
    private static final Pattern PERSONAL_CODE = Pattern.compile("(?<!\\d)\\d(?:[ .-]?\\d){12}(?!\\d)");

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
        if (PERSONAL_CODE.matcher(stripped).find()) {
            throw new ReportedProblem.PersonalCode(field);
        }
        return stripped;
    }
}
