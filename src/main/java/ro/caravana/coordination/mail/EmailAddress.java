package ro.caravana.coordination.mail;

import java.util.regex.Pattern;

/** What looks like an address; whether it is one, only its server knows. */
public final class EmailAddress {
    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>,;:\"]{1,64}@[^\\s@<>,;:\"]{1,130}\\.[A-Za-z]{2,}");

    private EmailAddress() {}

    public static boolean looksRight(String text) {
        return EMAIL.matcher(text).matches();
    }
}
