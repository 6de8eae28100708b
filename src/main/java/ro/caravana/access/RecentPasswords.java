package ro.caravana.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Remembers which passwords were right a moment ago, so that a script signing in with HTTP Basic on each request does not pay for
 * bcrypt each time. Holds keyed digests under a key that lives as long as the process, bound to the stored hash: a changed password
 * is a different entry. Thread-safe.
 */
final class RecentPasswords {
    private static final int MOST = 500;

    private final byte[] key = new byte[32];
    private final Map<String, byte[]> digests = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, byte[]> eldest) {
            return size() > MOST;
        }
    };

    RecentPasswords() {
        new SecureRandom().nextBytes(key);
    }

    synchronized boolean knows(String storedHash, String password) {
        byte[] digest = digests.get(storedHash);
        return digest != null && MessageDigest.isEqual(digest, digest(password));
    }

    synchronized void remember(String storedHash, String password) {
        digests.put(storedHash, digest(password));
    }

    private byte[] digest(String password) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(password.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java has HmacSHA256", missing);
        }
    }
}
