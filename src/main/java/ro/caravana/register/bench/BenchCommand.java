package ro.caravana.register.bench;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import ro.caravana.register.RegisterProblem;
import ro.caravana.register.keys.OfficeKeys;
import ro.caravana.register.ledger.BatchIntake;
import ro.caravana.register.ledger.LedgerAudit;
import ro.caravana.store.Dialect;
import ro.caravana.territory.Locality;
import ro.caravana.territory.Office;
import ro.caravana.territory.TerritoryRegistry;

/**
 * {@code ./run register bench}: every office of the county makes, signs and hands in batches at once, in this process and without
 * HTTP; then all of it is counted anew and written anew. Wants an empty register, since made-up events can not be taken out again.
 */
@Component
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "measures intake and rebuild with made-up events; only on a register that is empty")
public class BenchCommand implements Callable<Integer> {
    private static final double NANOS_PER_MILLI = 1e6;

    private final BatchIntake intake;
    private final LedgerAudit audit;
    private final OfficeKeys keys;
    private final TerritoryRegistry territory;
    private final Dialect dialect;
    private final Clock clock;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--events", description = "in all (default ${DEFAULT-VALUE})", defaultValue = "300000")
    private int events;

    @Option(names = "--batch", description = "events per batch (default ${DEFAULT-VALUE})", defaultValue = "500")
    private int batch;

    @SuppressWarnings("TooManyParameters") // a command that exercises the whole module
    BenchCommand(
            BatchIntake intake,
            LedgerAudit audit,
            OfficeKeys keys,
            TerritoryRegistry territory,
            Dialect dialect,
            Clock clock) {
        this.intake = intake;
        this.audit = audit;
        this.keys = keys;
        this.territory = territory;
        this.dialect = dialect;
        this.clock = clock;
    }

    @Override
    public Integer call() throws Exception {
        if (batch < 1 || batch > 50_000 || events < batch) {
            throw new ParameterException(
                    spec.commandLine(), "--batch is 1 to 50,000 events, --events at least one batch.");
        }
        if (!keys.listKeys().isEmpty()) {
            throw new RegisterProblem.NotEmpty();
        }
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                "%s, %d processors, heap at most %d MB%n",
                dialect,
                Runtime.getRuntime().availableProcessors(),
                Runtime.getRuntime().maxMemory() >> 20);
        measureIntake(out);
        LedgerAudit.Report before = audit.verify(done -> {});
        audit.lose();
        Stopwatch watch = new Stopwatch();
        LedgerAudit.Report rebuilt = audit.rebuild(done -> {});
        out.printf(
                "%-8s %10d events %8.1f s  %6.1f processor s   from nothing but the ledger%n",
                "rebuild", rebuilt.events(), watch.seconds(), watch.processorSeconds());
        LedgerAudit.Report checked = audit.verify(done -> {});
        out.printf(
                "%d batches; faults of the chain %d; sums that differed before %d, after %d%n",
                checked.batches(), checked.faults().size(), before.differingSums(), checked.differingSums());
        return before.isClean() && checked.isClean() ? 0 : 1;
    }

    private void measureIntake(PrintWriter out) throws InterruptedException, ExecutionException {
        List<MadeUpOffice> offices = registerOffices();
        int each = Math.max(1, events / batch / offices.size());
        ExecutorService senders = Executors.newFixedThreadPool(offices.size());
        try {
            Stopwatch watch = new Stopwatch();
            List<Future<long[]>> running = new ArrayList<>();
            offices.forEach(office -> running.add(senders.submit(() -> send(office, each))));
            List<long[]> waits = new ArrayList<>();
            for (Future<long[]> sender : running) {
                waits.add(sender.get());
            }
            double seconds = watch.seconds();
            double processor = watch.processorSeconds();
            long[] sorted =
                    waits.stream().flatMapToLong(Arrays::stream).sorted().toArray();
            long sent = (long) sorted.length * batch;
            out.printf(
                    "%-8s %10d events %8.1f s  %6.1f processor s %8.0f events/s   %d offices, batches of %d, answered within p50 %.1f ms p99 %.1f ms%n",
                    "intake",
                    sent,
                    seconds,
                    processor,
                    sent / seconds,
                    offices.size(),
                    batch,
                    sorted[sorted.length / 2] / NANOS_PER_MILLI,
                    sorted[(int) (sorted.length * 0.99)] / NANOS_PER_MILLI);
        } finally {
            senders.shutdownNow();
        }
    }

    private List<MadeUpOffice> registerOffices() {
        List<Integer> sirutas = territory.current().listLocalities().stream()
                .map(Locality::siruta)
                .toList();
        List<MadeUpOffice> made = new ArrayList<>();
        for (Office office : keys.listOffices()) {
            MadeUpOffice sender = new MadeUpOffice(office.id(), sirutas, made.size() + 1L);
            keys.register(
                    office.id(),
                    new OfficeKeys.Wanted(
                            sender.kid(), sender.x(), java.util.Optional.empty(), java.util.Optional.empty()),
                    "bench");
            made.add(sender);
        }
        return made;
    }

    /** Nanoseconds from handing each batch in to its answer. */
    private long[] send(MadeUpOffice office, int batches) {
        long[] waits = new long[batches];
        for (int at = 0; at < batches; at++) {
            byte[] next = office.next(batch, clock.instant());
            long start = System.nanoTime();
            intake.accept(next);
            waits[at] = System.nanoTime() - start;
        }
        return waits;
    }
}
