package ro.caravana.register.office;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import java.util.Map;
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
    private static final String KEY = "key.json";
    private static final String BEGIN = "begin.json";

    private final Path folder;

    OfficeFolder(Path folder) {
        this.folder = folder;
    }

    /** Makes a key pair; answers the public half as a JWK, for the administrator. */
    OctetKeyPairJsonWebKey createKey(String office, String kid) {
        try {
            Files.createDirectories(folder);
            OctetKeyPairJsonWebKey key = newKey(office, kid);
            Files.writeString(
                    createPrivate(folder.resolve(KEY)), key.toJson(JsonWebKey.OutputControlLevel.INCLUDE_PRIVATE));
            return key;
        } catch (FileAlreadyExistsException exists) {
            throw new ClientProblem.KeyExists();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
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
            Path half = folder.resolve("key.json.half");
            Files.deleteIfExists(half);
            Files.writeString(createPrivate(half), key.toJson(JsonWebKey.OutputControlLevel.INCLUDE_PRIVATE));
            Files.move(half, folder.resolve(KEY), StandardCopyOption.ATOMIC_MOVE);
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
    record Begin(long sequence, String hash) {}

    /** What comes first here follows on what the server has already. Call on a new folder. */
    void beginAfter(Begin begin) {
        try {
            Files.writeString(folder.resolve(BEGIN), JSON.writeValueAsString(begin));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /** Nothing before the first batch, for most. */
    Begin begin() {
        Path file = folder.resolve(BEGIN);
        return Files.isRegularFile(file) ? JSON.readValue(file.toFile(), Begin.class) : new Begin(0, "");
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
            Path target = file("outbox", sequence);
            Files.createDirectories(target.getParent());
            Path half = target.resolveSibling(target.getFileName() + ".half");
            try (FileChannel channel = FileChannel.open(
                    half, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap(jws.getBytes(StandardCharsets.ISO_8859_1));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(half, target, StandardCopyOption.ATOMIC_MOVE);
            keepNames(folder.resolve("outbox"));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
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
            Path waiting = file("outbox", sequence);
            Path aside = waiting.resolveSibling(
                    String.format("%012d.%s.earlier", sequence, BatchIntake.hash(read(sequence))));
            Files.copy(waiting, aside, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /**
     * The server has a batch under the text of that hash, not under the one that was sent last. May be said again after a kill.
     *
     * @return whether that text is known here
     */
    boolean acknowledgeEarlier(long sequence, String hash) {
        Path aside = folder.resolve("outbox").resolve(String.format("%012d.%s.earlier", sequence, hash));
        Path sent = file("sent", sequence);
        try {
            Files.createDirectories(sent.getParent());
            if (Files.isRegularFile(aside)) {
                Files.move(aside, sent, StandardCopyOption.ATOMIC_MOVE);
            }
            boolean known =
                    Files.isRegularFile(sent) && BatchIntake.hash(text(sent)).equals(hash);
            if (known) {
                Files.deleteIfExists(file("outbox", sequence));
            }
            return known;
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /** The server has it. */
    void acknowledge(long sequence) {
        try {
            Files.createDirectories(folder.resolve("sent"));
            Path waiting = file("outbox", sequence);
            if (Files.isRegularFile(waiting)) {
                Files.move(waiting, file("sent", sequence), StandardCopyOption.ATOMIC_MOVE);
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
