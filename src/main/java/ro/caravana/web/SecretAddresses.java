package ro.caravana.web;

import java.util.regex.Pattern;

/** Addresses that open something to whoever knows them. A log is read by people to whom nothing was sent. */
final class SecretAddresses {
    private static final Pattern SECRET = Pattern.compile("^(/p/|/public/(?:needs|questionnaires|numbers)/)[^/]+");

    private SecretAddresses() {}

    /** The path without the secret in it. */
    static String masked(String path) {
        return SECRET.matcher(path).replaceFirst("$1…");
    }
}
