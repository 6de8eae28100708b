package ro.caravana.register.office;

import java.io.Closeable;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.OctetKeyPairJsonWebKey;
import org.jose4j.lang.JoseException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import ro.caravana.register.keys.Fingerprints;

/** {@code ./run office-client keys}: makes the office's key pair, or shows its public half again. */
@Command(
        name = "keys",
        mixinStandardHelpOptions = true,
        description = "makes the office's key, or shows its public half")
public final class KeysCommand implements Callable<Integer> {
    private static final Pattern LAST_BATCH = Pattern.compile("([1-9]\\d{0,11}):([A-Za-z0-9_-]{43})");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private FolderOption folder = new FolderOption();

    @Option(names = "--office", description = "makes a key for this office, for example SPCLEP-TURDA")
    private String office = "";

    @Option(names = "--kid", description = "the new key's name, for example turda-2027")
    private String kid = "";

    @Option(names = "--rotate", description = "replaces this folder's key by a new one named --kid; the batches go on")
    private boolean rotate;

    @Option(
            names = "--sign-again",
            description =
                    "with --rotate: signs waiting batches with the new key, where the old one is no longer accepted")
    private boolean signAgain;

    @Option(
            names = "--continue-after",
            paramLabel = "N:HASH",
            description =
                    "for a folder that takes the place of a lost one: the last batch the server has, as the directorate"
                            + " reads it in its workspace Registru (number, colon, hash)")
    private String continueAfter = "";

    @Override
    public Integer call() throws JoseException, IOException {
        refuseWhatDoesNotFit();
        OctetKeyPairJsonWebKey key = rotate ? rotated() : madeOrShown();
        var out = spec.commandLine().getOut();
        out.println("Send this to the administrator (it holds no secret):");
        out.println(key.toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY));
        out.println(
                "Read this over the phone: " + Fingerprints.spoken(key.calculateBase64urlEncodedThumbprint("SHA-256")));
        return 0;
    }

    private OctetKeyPairJsonWebKey madeOrShown() throws IOException {
        OfficeFolder held = folder.folder();
        if (office.isBlank()) {
            return held.getKey();
        }
        OfficeFolder.Begin begin = continueAfter.isBlank() ? OfficeFolder.Begin.NEW : begin();
        try (Closeable alone = held.lock()) {
            return held.createKey(office, kid.isBlank() ? office + "-1" : kid, begin);
        }
    }

    /** An option that would be passed over in silence is a mistake somebody should know of. */
    private void refuseWhatDoesNotFit() {
        if (!continueAfter.isBlank() && (rotate || office.isBlank())) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--continue-after is for a new folder: say it with --office, without --rotate.");
        }
        if (signAgain && !rotate) {
            throw new ParameterException(spec.commandLine(), "--sign-again goes with --rotate --kid NAME.");
        }
        if (rotate && kid.isBlank()) {
            throw new ParameterException(spec.commandLine(), "--rotate needs the new key's name: --kid NAME.");
        }
    }

    private OfficeFolder.Begin begin() {
        Matcher told = LAST_BATCH.matcher(continueAfter.strip());
        if (!told.matches()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--continue-after takes the last batch's number, a colon and its hash (43 letters), such as 17:q3Zr…");
        }
        return new OfficeFolder.Begin(Long.parseLong(told.group(1)), told.group(2));
    }

    /** With --sign-again it may be said once more after a kill: the key may be the new one by then, what waits not yet signed with it. */
    private OctetKeyPairJsonWebKey rotated() throws IOException {
        OfficeFolder held = folder.folder();
        held.getKey();
        try (Closeable alone = held.lock()) {
            int waiting = held.waiting().size();
            if (waiting > 0 && !signAgain) {
                throw new ClientProblem.BatchesWait(waiting);
            }
            boolean goesOn = signAgain && kid.equals(held.getKey().getKeyId());
            OctetKeyPairJsonWebKey key = goesOn ? held.getKey() : held.replaceKey(kid);
            new BatchCutter(held, 1).signAgain();
            spec.commandLine()
                    .getOut()
                    .println("Until the administrator has registered it, batches wait in the outbox.");
            return key;
        }
    }
}
