package ro.caravana.planning.jobs;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How this node solves.
 *
 * @param solvers plans solved at the same time on this node; each keeps one core busy. 0: this node only answers requests
 * @param leaseSeconds after which another node may take over a plan whose node is silent
 * @param steps when given, every solve ends after so many steps instead of its seconds: for tests, whose plans must not depend on
 *     how fast the machine is
 */
@ConfigurationProperties("caravana.planning")
record SolveSettings(
        @DefaultValue("1") int solvers,
        @DefaultValue("20") int leaseSeconds,
        @Nullable Long steps) {
    SolveSettings {
        if (solvers < 0 || solvers > 64) {
            throw new IllegalArgumentException("caravana.planning.solvers must lie in 0..64");
        }
        if (leaseSeconds < 5) {
            throw new IllegalArgumentException("caravana.planning.lease-seconds must be at least 5");
        }
    }
}
