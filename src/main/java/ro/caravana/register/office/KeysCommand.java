package ro.caravana.register.office;

import java.util.concurrent.Callable;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.OctetKeyPairJsonWebKey;
import org.jose4j.lang.JoseException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import ro.caravana.register.keys.Fingerprints;

/** {@code ./run office-client keys}: makes the office's key pair, or shows its public half again. */
@Command(
        name = "keys",
        mixinStandardHelpOptions = true,
        description = "makes the office's key, or shows its public half")
public final class KeysCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private FolderOption folder = new FolderOption();

    @Option(names = "--office", description = "makes a key for this office, for example SPCLEP-TURDA")
    private String office = "";

    @Option(names = "--kid", description = "the new key's name, for example turda-2027")
    private String kid = "";

    @Override
    public Integer call() throws JoseException {
        OctetKeyPairJsonWebKey key = office.isBlank()
                ? folder.folder().getKey()
                : folder.folder().createKey(office, kid.isBlank() ? office + "-1" : kid);
        var out = spec.commandLine().getOut();
        out.println("Send this to the administrator (it holds no secret):");
        out.println(key.toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY));
        out.println(
                "Read this over the phone: " + Fingerprints.spoken(key.calculateBase64urlEncodedThumbprint("SHA-256")));
        return 0;
    }
}
