package ro.caravana;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.scheduling.annotation.EnableScheduling;
import ro.caravana.command.Commands;
import ro.caravana.planning.Rehearsal;

/** The entry point: the server, or one command. */
@SpringBootApplication
@EnableScheduling
public class Caravana {
    public static void main(String[] arguments) {
        // H2's automatic mixed mode opens a port for commands beside the server: on this machine only
        System.setProperty("h2.bindAddress", "127.0.0.1");
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        if (Commands.isCommand(arguments)) {
            System.exit(new Commands(Caravana::withoutServer, out, err).run(arguments));
        }
        if (Boolean.getBoolean("caravana.rehearse")) {
            Rehearsal.run(); // so that the kept classes hold those of a first plan
        }
        try {
            SpringApplication.run(Caravana.class, arguments);
        } catch (RuntimeException failure) {
            System.exit(Commands.findProblem(failure) == null ? 1 : 2); // Spring has printed why
        }
    }

    private static ConfigurableApplicationContext withoutServer() {
        SpringApplication application = new SpringApplication(Caravana.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        return application.run();
    }
}
