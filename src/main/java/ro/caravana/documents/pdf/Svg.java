package ro.caravana.documents.pdf;

/** Text inside SVG. */
final class Svg {
    private Svg() {}

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
