package ro.caravana.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Command;

class CommandsTests {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Commands commands = new Commands(
            () -> {
                throw new IllegalStateException("no command here needs the application");
            },
            new PrintWriter(out, true),
            new PrintWriter(err, true));

    @Test
    void noArgumentOrAnOptionAsksForTheServer() {
        assertThat(Commands.isCommand()).isFalse();
        assertThat(Commands.isCommand("--server.port=9000")).isFalse();
        assertThat(Commands.isCommand("plan", "x.json")).isTrue();
        assertThat(Commands.isCommand("--help")).isTrue();
    }

    @Test
    void helpListsEveryCommandWithItsPurpose() {
        assertThat(commands.run("help")).isZero();
        for (Class<?> known : KnownCommands.CLASSES) {
            Command command = known.getAnnotation(Command.class);
            assertThat(out.toString()).contains("./run " + command.name()).contains(command.description()[0]);
        }
    }

    @Test
    void everyCommandExplainsItselfWithoutStartingTheApplication() {
        for (Class<?> known : KnownCommands.CLASSES) {
            Command command = known.getAnnotation(Command.class);
            assertThat(commands.run(command.name(), "--help"))
                    .as(command.name())
                    .isZero();
            assertThat(out.toString()).contains("Usage: ./run " + command.name());
        }
    }

    @Test
    void aWrongWordIsRefusedBeforeTheApplicationStarts() {
        assertThat(commands.run("import", "stuff", "x.csv")).isEqualTo(Commands.BAD_INPUT);
        assertThat(err.toString()).contains("must be one of: availability, boundaries");
        assertThat(commands.run("import", "sites")).isEqualTo(Commands.BAD_INPUT);
        assertThat(err.toString()).contains("Missing required parameter: 'FILE'");
        assertThat(commands.run("import", "sites", "x.csv", "--dry")).isEqualTo(Commands.BAD_INPUT);
        assertThat(err.toString()).contains("Unknown option").contains("Usage: ./run import");
    }

    @Test
    void anUnknownCommandIsBadInputAndListsTheKnownOnes() {
        assertThat(commands.run("paln")).isEqualTo(Commands.BAD_INPUT);
        assertThat(err.toString()).contains("no such command").contains("./run COMMAND --help");
    }
}
