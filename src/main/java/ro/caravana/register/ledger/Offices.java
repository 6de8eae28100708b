package ro.caravana.register.ledger;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import ro.caravana.register.RegisterProblem;
import ro.caravana.register.keys.OfficeKeys;
import ro.caravana.territory.Office;

/** How far each office is, and what somebody should look at. */
@Component
public class Offices {
    private static final Duration WEEK = Duration.ofDays(7);

    private final OfficeKeys keys;
    private final LedgerStore ledger;
    private final QuarantineStore quarantine;
    private final AlarmStore alarms;
    private final GapStore gaps;
    private final Clock clock;

    Offices(
            OfficeKeys keys,
            LedgerStore ledger,
            QuarantineStore quarantine,
            AlarmStore alarms,
            GapStore gaps,
            Clock clock) {
        this.keys = keys;
        this.ledger = ledger;
        this.quarantine = quarantine;
        this.alarms = alarms;
        this.gaps = gaps;
        this.clock = clock;
    }

    public List<OfficeStatus> listStatus() {
        Map<String, GapStore.Gap> noted = gaps.listGaps();
        return keys.listOffices().stream()
                .map(office -> status(office, Optional.ofNullable(noted.get(office.id()))))
                .toList();
    }

    private OfficeStatus status(Office office, Optional<GapStore.Gap> gap) {
        Optional<LedgerStore.Entry> last = ledger.findLast(office.id());
        long sequence = last.map(LedgerStore.Entry::sequence).orElse(0L);
        return new OfficeStatus(
                office.id(),
                office.name(),
                office.uatSiruta(),
                sequence,
                last.map(LedgerStore.Entry::hash).orElse(""),
                last.map(LedgerStore.Entry::receivedAt).orElse(null),
                ledger.findCompleteTo(office.id()).orElse(null),
                quarantine.countWaiting(office.id()),
                ledger.countEventsSince(office.id(), clock.instant().minus(WEEK)),
                gap.filter(early -> early.offered() > sequence)
                        .map(early -> new OfficeStatus.Gap(sequence + 1, early.offered(), early.refusedAt()))
                        .orElse(null));
    }

    /** When each key last signed a batch that was taken in, by key id. */
    public Map<String, Instant> listLastUses() {
        return ledger.listLastUses();
    }

    public List<Alarm> listAlarms() {
        return alarms.listUnseen();
    }

    /** @throws RegisterProblem.NotWaiting 409 where somebody has seen it already */
    public void markSeen(long alarm, String by) {
        if (!alarms.markSeen(alarm, by, clock.instant())) {
            throw new RegisterProblem.NotWaiting();
        }
    }
}
