package ro.caravana.documents.text;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A language documents are written in. Romanian unless somebody asks for another. */
public enum Language {
    RO(Locale.forLanguageTag("ro-RO")),
    EN(Locale.forLanguageTag("en-GB"));

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    public Locale locale() {
        return locale;
    }

    /** BCP 47 tag without region. */
    public String tag() {
        return locale.getLanguage();
    }

    /** The best of the languages in an {@code Accept-Language} header; Romanian where it names none of ours or cannot be read. */
    public static Language accepted(@Nullable String header) {
        if (header == null || header.isBlank()) {
            return RO;
        }
        try {
            String tag = Locale.lookupTag(Locale.LanguageRange.parse(header), List.of(RO.tag(), EN.tag()));
            return EN.tag().equals(tag) ? EN : RO;
        } catch (IllegalArgumentException unreadable) {
            return RO;
        }
    }
}
