package ro.caravana.problem;

import java.util.regex.Pattern;

/** The personal numeric code (CNP): 13 digits that say who somebody is. No text that is kept here may hold one. */
public final class PersonalCode {
    /** However its digits are grouped. A longer number is none, and none begins with 0: 0040 and nine digits is a telephone. */
    private static final Pattern SHAPE = Pattern.compile("(?<!\\d)[1-9](?:[\\s\\h.\\-‐-―/]?\\d){12}(?!\\d)");

    private PersonalCode() {}

    /** Whether some number in the text looks like one; whether its check digit is right does not matter. */
    public static boolean isIn(String text) {
        return SHAPE.matcher(text).find();
    }
}
