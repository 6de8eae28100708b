package ro.caravana.register;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import ro.caravana.register.bench.BenchCommand;
import ro.caravana.register.ledger.LedgerAudit;

/** {@code ./run register}: checks the ledger and the sums that follow from it. Exit 1 where they disagree. */
@Component
@Command(
        name = "register",
        mixinStandardHelpOptions = true,
        subcommands = BenchCommand.class,
        description = "checks the register's ledger: signatures, chain, and the sums against a recount")
public class RegisterCommand implements Callable<Integer> {
    private final LedgerAudit audit;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--rebuild", description = "writes the sums anew from the ledger, in one transaction")
    private boolean rebuild;

    RegisterCommand(LedgerAudit audit) {
        this.audit = audit;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        LedgerAudit.Report report = audit.verify(done -> err.printf("%d batches%n", done));
        out.printf("%d batches, %d events that count%n", report.batches(), report.events());
        report.faults().forEach(fault -> out.printf("chain: %s%n", fault));
        out.printf("batches whose stored events are not what the ledger says: %d%n", report.differingBatches());
        out.printf("sums that are not what the ledger says: %d%n", report.differingSums());
        if (rebuild) {
            audit.rebuild(done -> err.printf("%d batches%n", done));
            out.printf("events and sums are written anew%n");
        }
        return report.faults().isEmpty() && (rebuild || report.isClean()) ? 0 : 1;
    }
}
