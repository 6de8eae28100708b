package ro.caravana.register.office;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.OctetKeyPairJsonWebKey;
import org.jose4j.jwk.OkpJwkGenerator;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ro.caravana.register.ledger.BatchIntake;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * All that an office's client keeps, in one folder: {@code key.json} (the secret; readable by its owner only), {@code
 * outbox/<sequence>.jws} (signed batches that are not acknowledged) and {@code sent/} (those that are). A batch is on disk before
 * it is sent, and moves when the server has it: a kill at any moment loses and doubles nothing.
 */
final class OfficeFolder {
    private static final Logger LOG = LoggerFactory.getLogger(OfficeFolder.class);
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String ENDING = ".jws";
    private static final String HALF = ".half";
    private static final String EARLIER = ".earlier";
    private static final String KEY = "key.json";
    private static final String BEGIN = "begin.json";

    private final Path folder;

    OfficeFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * Makes a key pair in a new folder; answers the public half as a JWK, for the administrator. The key comes last: killed before it,
     * nothing has begun, and the same may be said again.
     *
     * @param begin where a lost folder stopped that this one takes the place of
     * @throws ClientProblem.KeyExists where this folder has begun already
     */
    OctetKeyPairJsonWebKey createKey(String office, String kid, Begin begin) {
        if (Files.exists(folder.resolve(KEY))) {
            throw new ClientProblem.KeyExists();
        }
        try {
            writeDurably(folder.resolve(BEGIN), JSON.writeValueAsString(begin));
            OctetKeyPairJsonWebKey key = newKey(office, kid);
            writeKey(key);
            return key;
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private void writeKey(OctetKeyPairJsonWebKey key) throws IOException {
        Path half = folder.resolve(KEY + HALF);
        Files.deleteIfExists(half);
        createPrivate(half);
        writeDurably(folder.resolve(KEY), key.toJson(JsonWebKey.OutputControlLevel.INCLUDE_PRIVATE));
    }

    private static Path createPrivate(Path file) throws IOException {
        FileAttribute<?>[] ownerOnly =
                Files.getFileStore(file.toAbsolutePath().getParent()).supportsFileAttributeView("posix")
                        ? new FileAttribute<?>[] {
                            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                        }
                        : new FileAttribute<?>[0];
        return Files.createFile(file, ownerOnly);
    }

    /** @throws ClientProblem.NoKey where there is none */
    OctetKeyPairJsonWebKey getKey() {
        Path file = folder.resolve(KEY);
        if (!Files.isRegularFile(file)) {
            throw new ClientProblem.NoKey();
        }
        try {
            JsonNode json = JSON.readTree(file.toFile());
            Map<String, Object> parameters = new java.util.LinkedHashMap<>();
            json.properties()
                    .forEach(entry ->
                            parameters.put(entry.getKey(), entry.getValue().asString()));
            return (OctetKeyPairJsonWebKey) PublicJsonWebKey.Factory.newPublicJwk(parameters);
        } catch (JoseException damaged) {
            throw new ClientProblem.NoKey();
        }
    }

    /**
     * Puts a new key pair in the place of the one there is; the batches and their numbers go on.
     *
     * @throws ClientProblem.NoKey where there is none to replace
     */
    OctetKeyPairJsonWebKey replaceKey(String kid) {
        OctetKeyPairJsonWebKey old = getKey();
        String office = office();
        if (kid.equals(old.getKeyId())) {
            throw new ClientProblem.KeyExists();
        }
        try {
            OctetKeyPairJsonWebKey key = newKey(office, kid);
            writeKey(key);
            return key;
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static OctetKeyPairJsonWebKey newKey(String office, String kid) {
        try {
            OctetKeyPairJsonWebKey key = OkpJwkGenerator.generateJwk(OctetKeyPairJsonWebKey.SUBTYPE_ED25519);
            key.setKeyId(kid);
            key.setOtherParameter("office", office);
            return key;
        } catch (JoseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * Keeps every other client away from this folder: two at once would give two batches one number.
     *
     * @throws ClientProblem.Busy where another one is at work
     */
    Closeable lock() {
        try {
            Files.createDirectories(folder);
            FileChannel channel =
                    FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(channel)) {
                return channel;
            }
            channel.close();
            throw new ClientProblem.Busy();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static boolean tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException inThisProcess) {
            return false;
        }
    }

    /** What a batch says. */
    JsonNode payload(long sequence) {
        return JSON.readTree(Base64.getUrlDecoder().decode(read(sequence).split("\\.")[1]));
    }

    String office() {
        return String.valueOf(getKey().getOtherParameterValue("office", String.class));
    }

    /**
     * Where another folder stopped that was lost.
     *
     * @param sequence the last batch that the server has
     * @param hash its hash
     */
    record Begin(long sequence, String hash) {
        /** For most folders: before the first batch there is nothing. */
        static final Begin NEW = new Begin(0, "");
    }

    /** What the first batch here follows on. */
    Begin begin() {
        Path file = folder.resolve(BEGIN);
        return Files.isRegularFile(file) ? JSON.readValue(file.toFile(), Begin.class) : Begin.NEW;
    }

    /** The last batch that was cut, sent or not; where there is none, the one that this folder goes on after. */
    long lastSequence() {
        List<Long> waiting = waiting();
        return waiting.isEmpty() ? lastSent() : waiting.get(waiting.size() - 1);
    }

    long lastSent() {
        List<Long> sent = numbers("sent");
        return sent.isEmpty() ? begin().sequence() : sent.get(sent.size() - 1);
    }

    /** Numbers of the batches that are not acknowledged, in order. */
    List<Long> waiting() {
        return numbers("outbox");
    }

    String read(long sequence) {
        Path waiting = file("outbox", sequence);
        return text(Files.isRegularFile(waiting) ? waiting : file("sent", sequence));
    }

    boolean has(long sequence) {
        return Files.isRegularFile(file("outbox", sequence)) || Files.isRegularFile(file("sent", sequence));
    }

    /** Writes a batch to the outbox; it is on disk when this returns. */
    void put(long sequence, String jws) {
        try {
            writeDurably(file("outbox", sequence), jws);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /** Whole or not at all, whenever the power fails. */
    private static void writeDurably(Path target, String text) throws IOException {
        Path box = Objects.requireNonNull(target.toAbsolutePath().getParent());
        Files.createDirectories(box);
        Path half = target.resolveSibling(target.getFileName() + HALF);
        try (FileChannel channel = FileChannel.open(
                half, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(half, target, StandardCopyOption.ATOMIC_MOVE);
        keepNames(box);
    }

    /** After a power cut a new file's name is there only where its folder has been written too; Windows does that by itself. */
    private static void keepNames(Path box) {
        try (FileChannel names = FileChannel.open(box, StandardOpenOption.READ)) {
            names.force(true);
        } catch (IOException noFolderIsOpened) {
            LOG.debug("this system opens no folders", noFolderIsOpened);
        }
    }

    /** The text a waiting batch has had so far is set aside: the server may have it under that text, only the answer was lost. */
    void setAside(long sequence) {
        try {
            String text = read(sequence);
            writeDurably(earlier(sequence, BatchIntake.hash(text)), text);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private Path earlier(long sequence, String hash) {
        return folder.resolve("outbox").resolve(String.format("%012d.%s%s", sequence, hash, EARLIER));
    }

    /** Whether a batch has had the text of that hash. */
    boolean hasEarlier(long sequence, String hash) {
        Path sent = file("sent", sequence);
        return isText(earlier(sequence, hash), hash) || isText(sent, hash);
    }

    private static boolean isText(Path file, String hash) {
        return Files.isRegularFile(file) && BatchIntake.hash(text(file)).equals(hash);
    }

    /**
     * The server has a batch under the text of that hash, not under the one that was sent last. May be said again after a kill.
     *
     * @param hash of a text that {@linkplain #hasEarlier is known here}
     */
    void acknowledgeEarlier(long sequence, String hash) {
        try {
            Files.createDirectories(folder.resolve("sent"));
            Path aside = earlier(sequence, hash);
            if (Files.isRegularFile(aside)) {
                Files.move(aside, file("sent", sequence), StandardCopyOption.ATOMIC_MOVE);
                keepNames(folder.resolve("sent"));
            }
            Files.deleteIfExists(file("outbox", sequence));
            forgetEarlier(sequence);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private void forgetEarlier(long sequence) throws IOException {
        String number = String.format("%012d.*%s", sequence, EARLIER);
        try (DirectoryStream<Path> texts = Files.newDirectoryStream(folder.resolve("outbox"), number)) {
            for (Path text : texts) {
                Files.deleteIfExists(text);
            }
        }
    }

    /** The server has it. */
    void acknowledge(long sequence) {
        try {
            Files.createDirectories(folder.resolve("sent"));
            Path waiting = file("outbox", sequence);
            if (Files.isRegularFile(waiting)) {
                Files.move(waiting, file("sent", sequence), StandardCopyOption.ATOMIC_MOVE);
                forgetEarlier(sequence);
            }
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private Path file(String box, long sequence) {
        return folder.resolve(box).resolve(String.format("%012d%s", sequence, ENDING));
    }

    private List<Long> numbers(String box) {
        Path path = folder.resolve(box);
        if (!Files.isDirectory(path)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ENDING))
                    .map(name -> Long.valueOf(name.substring(0, name.length() - ENDING.length())))
                    .sorted()
                    .toList();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
