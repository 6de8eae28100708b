package ro.caravana.command;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.objenesis.SpringObjenesis;
import org.springframework.stereotype.Component;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import ro.caravana.problem.Problem;

/**
 * Runs one command. Exit codes: 0 done, 1 a check failed, 2 the input or the call is wrong, 70 a fault of ours.
 *
 * <p>A command that is a Spring component gets its collaborators from a context without a web server, started only then; the others
 * start at once.
 */
public final class Commands {
    static final int BAD_INPUT = 2;
    static final int OUR_FAULT = 70; // EX_SOFTWARE of sysexits.h

    private static final Set<String> HELP = Set.of("help", "--help", "-h");

    private final Map<String, Class<?>> classes = new LinkedHashMap<>();
    private final Supplier<ConfigurableApplicationContext> context;
    private final PrintWriter out;
    private final PrintWriter err;

    /** @param context starts the application without its web server */
    public Commands(Supplier<ConfigurableApplicationContext> context, PrintWriter out, PrintWriter err) {
        this.context = context;
        this.out = out;
        this.err = err;
        for (Class<?> known : KnownCommands.CLASSES) {
            classes.put(known.getAnnotation(Command.class).name(), known);
        }
    }

    /** Whether the arguments name a command rather than asking for the server. */
    public static boolean isCommand(String... arguments) {
        return arguments.length > 0 && (HELP.contains(arguments[0]) || !arguments[0].startsWith("--"));
    }

    /** Runs the command that the first argument names and answers its exit code. */
    public int run(String... arguments) {
        if (HELP.contains(arguments[0])) {
            listCommands(out);
            return 0;
        }
        Class<?> wanted = classes.get(arguments[0]);
        if (wanted == null) {
            err.println("There is no such command. These are the commands:");
            listCommands(err);
            return BAD_INPUT;
        }
        return run(wanted, Arrays.copyOfRange(arguments, 1, arguments.length));
    }

    private int run(Class<?> wanted, String[] arguments) {
        boolean needsContext = AnnotatedElementUtils.hasAnnotation(wanted, Component.class) && !asksForHelp(arguments);
        if (needsContext && !isWellCalled(wanted, arguments)) {
            return BAD_INPUT;
        }
        if (!needsContext) {
            warnOnly();
        }
        try (ConfigurableApplicationContext started = needsContext ? context.get() : null) {
            return commandLine(wanted, started == null ? new HelpFactory() : new BeanFactory(started))
                    .setExecutionExceptionHandler((failure, command, parsed) -> explain(failure))
                    .execute(arguments);
        } catch (RuntimeException failure) {
            return explain(failure);
        }
    }

    /** A wrong word is answered at once, not after the whole application has started for it. */
    private boolean isWellCalled(Class<?> wanted, String[] arguments) {
        CommandLine line = commandLine(wanted, new HelpFactory());
        try {
            line.parseArgs(arguments);
            return true;
        } catch (CommandLine.ParameterException wrong) {
            err.println(wrong.getMessage());
            wrong.getCommandLine().usage(err);
            return false;
        }
    }

    private CommandLine commandLine(Class<?> wanted, CommandLine.IFactory factory) {
        return new CommandLine(wanted, factory)
                .setCommandName("./run " + wanted.getAnnotation(Command.class).name())
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true);
    }

    /** Where Spring does not set the logging up, the libraries would write of their progress into a command's answer. */
    private static void warnOnly() {
        if (LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME) instanceof Logger root) {
            root.setLevel(Level.WARN);
        }
    }

    private static boolean asksForHelp(String[] arguments) {
        return Arrays.stream(arguments).anyMatch(argument -> argument.equals("--help") || argument.equals("-h"));
    }

    private int explain(Exception failure) {
        Problem problem = findProblem(failure);
        if (problem == null) {
            err.println("A fault of ours:");
            failure.printStackTrace(err);
            return OUR_FAULT;
        }
        err.println(problem.title() + ": " + problem.detail());
        problem.properties().forEach((name, value) -> err.println("  " + name + ": " + value));
        return BAD_INPUT;
    }

    /** The problem behind a failure, if a person can mend it. */
    public static @Nullable Problem findProblem(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Problem problem) {
                return problem;
            }
        }
        return null;
    }

    private void listCommands(PrintWriter to) {
        to.println("  ./run                       starts Caravana on http://localhost:8080");
        classes.forEach((name, known) -> to.printf(
                "  ./run %-21s %s%n",
                name, String.join(" ", known.getAnnotation(Command.class).description())));
        to.println("  ./run COMMAND --help        says what a command takes");
        to.flush();
    }

    /** Creates picocli's objects as Spring would, with their collaborators. */
    private record BeanFactory(ConfigurableApplicationContext started) implements CommandLine.IFactory {
        @Override
        public <K> K create(Class<K> type) throws Exception {
            if (AnnotatedElementUtils.hasAnnotation(type, Component.class)) {
                return started.getBean(type);
            }
            return CommandLine.defaultFactory().create(type);
        }
    }

    /** Help needs a command's options, not its collaborators: a component is made without calling its constructor. */
    private record HelpFactory() implements CommandLine.IFactory {
        @Override
        public <K> K create(Class<K> type) throws Exception {
            return AnnotatedElementUtils.hasAnnotation(type, Component.class)
                    ? new SpringObjenesis().newInstance(type)
                    : CommandLine.defaultFactory().create(type);
        }
    }
}
