package ro.caravana.workgroup;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Ids of things that a request makes: where its answer was lost and it comes again, it makes the same thing. */
public final class RequestKey {
    private RequestKey() {}

    /**
     * @param key the Idempotency-Key; null or blank: every request makes something new
     * @param by account; two people may choose the same key
     * @param content of the request: the same key with other content makes something else
     */
    public static String id(@Nullable String key, String by, Object... content) {
        if (key == null || key.isBlank()) {
            return UUID.randomUUID().toString();
        }
        StringBuilder all = new StringBuilder(key).append('\n').append(by);
        for (Object part : content) {
            all.append('\n').append(part);
        }
        return UUID.nameUUIDFromBytes(all.toString().getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
