package ro.caravana.planning.jobs;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Documents are UTF-8 bytes in the house and text in the database. */
final class DocumentText {
    private DocumentText() {}

    static String of(byte[] document) {
        return new String(document, UTF_8);
    }

    static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
