package ro.caravana.register;

import picocli.CommandLine.Command;
import ro.caravana.register.office.KeysCommand;
import ro.caravana.register.office.SendCommand;
import ro.caravana.register.office.StatusCommand;
import ro.caravana.register.office.WatchCommand;

/** {@code ./run office-client}: runs at the office, needs neither server nor database of its own. */
@Command(
        name = "office-client",
        mixinStandardHelpOptions = true,
        subcommands = {KeysCommand.class, SendCommand.class, WatchCommand.class, StatusCommand.class},
        description = "a register office's side of the feed: keys, send, watch, status")
public final class OfficeClientCommand implements Runnable {
    @picocli.CommandLine.Spec
    private picocli.CommandLine.Model.CommandSpec spec = picocli.CommandLine.Model.CommandSpec.create();

    @Override
    public void run() {
        throw new picocli.CommandLine.ParameterException(
                spec.commandLine(), "Say what to do: keys, send, watch or status.");
    }
}
