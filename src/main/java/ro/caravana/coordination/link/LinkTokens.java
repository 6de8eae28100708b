package ro.caravana.coordination.link;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The secret part of a link: 256 bits, HMAC-SHA256 of the link's id under a random key that lies in a file beside the database and in
 * no backup. So the database holds only hashes, and yet a letter can be printed again. Whoever loses the key loses that; links that
 * are out go on working. Thread-safe.
 */
@Component
class LinkTokens {
    /** 32 bytes in base64url. */
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{43}");

    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;

    private final Path file;
    private byte @Nullable [] key;

    LinkTokens(@Value("${caravana.data:data}") Path data) {
        this.file = data.resolve("partner-links.key");
    }

    /** The same for the same link as long as the key is the same. */
    String tokenOf(String linkId) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key(), ALGORITHM));
            byte[] token = mac.doFinal(("caravana/partner-link/1 " + linkId).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has HMAC-SHA256", impossible);
        }
    }

    /** Whether this can be a token at all. */
    static boolean isShaped(String token) {
        return SHAPE.matcher(token).matches();
    }

    /** What is kept of a token. */
    static String hash(String token) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    private synchronized byte[] key() {
        if (key == null) {
            key = readOrCreate();
        }
        return key;
    }

    private byte[] readOrCreate() {
        try {
            if (!Files.exists(file)) {
                create();
            }
            byte[] read = Base64.getDecoder().decode(Files.readString(file).strip());
            if (read.length != KEY_BYTES) {
                throw new IllegalStateException("the key of the partners' links is damaged: " + file.getFileName());
            }
            return read;
        } catch (IOException failure) {
            throw new UncheckedIOException("the key of the partners' links cannot be kept", failure);
        }
    }

    /** Appears whole or not at all; whoever comes second takes the first one's. */
    private void create() throws IOException {
        byte[] random = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(random);
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path part = Files.createTempFile(file.toAbsolutePath().getParent(), "partner-links", ".part");
        Files.writeString(part, Base64.getEncoder().encodeToString(random));
        if (part.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("rw-------"));
        }
        try {
            Files.createLink(file, part);
        } catch (FileAlreadyExistsException another) {
            // its key is ours, too
        } finally {
            Files.delete(part);
        }
    }
}
