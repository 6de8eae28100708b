package ro.caravana.register.office;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ./run office-client status}: what was sent and what waits. */
@Command(name = "status", mixinStandardHelpOptions = true, description = "tells what was sent and what waits")
public final class StatusCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private FolderOption folder = new FolderOption();

    @Override
    public Integer call() {
        OfficeFolder office = folder.folder();
        var out = spec.commandLine().getOut();
        out.printf("office %s, key %s%n", office.office(), office.getKey().getKeyId());
        out.printf("sent: %d batches%n", office.lastSent());
        out.printf("waiting: %d batches%n", office.waiting().size());
        return 0;
    }
}
