package ro.caravana.command;

import java.util.List;
import ro.caravana.coverage.CoverageBenchCommand;
import ro.caravana.need.EstimateCommand;
import ro.caravana.need.LessonsCommand;
import ro.caravana.planning.AlternativesCommand;
import ro.caravana.planning.BenchmarkCommand;
import ro.caravana.planning.PlanCommand;
import ro.caravana.planning.VerifyPlanCommand;
import ro.caravana.register.OfficeClientCommand;
import ro.caravana.register.RegisterCommand;
import ro.caravana.store.BackupCommand;
import ro.caravana.store.RestoreCommand;
import ro.caravana.territory.ImportCommand;
import ro.caravana.travel.network.NetworkCommand;

/** The commands of {@code ./run}, in the order in which help lists them. */
final class KnownCommands {
    static final List<Class<?>> CLASSES = List.of(
            ImportCommand.class,
            PlanCommand.class,
            VerifyPlanCommand.class,
            AlternativesCommand.class,
            BenchmarkCommand.class,
            EstimateCommand.class,
            LessonsCommand.class,
            RegisterCommand.class,
            OfficeClientCommand.class,
            CoverageBenchCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            NetworkCommand.class);

    private KnownCommands() {}
}
