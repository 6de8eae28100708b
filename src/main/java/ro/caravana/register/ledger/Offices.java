package ro.caravana.register.ledger;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import ro.caravana.register.RegisterProblem;
import ro.caravana.register.keys.OfficeKeys;
import ro.caravana.territory.Office;

/** How far each office is, and what somebody should look at. */
@Component
public class Offices {
    private final OfficeKeys keys;
    private final LedgerStore ledger;
    private final QuarantineStore quarantine;
    private final AlarmStore alarms;
    private final Clock clock;

    Offices(OfficeKeys keys, LedgerStore ledger, QuarantineStore quarantine, AlarmStore alarms, Clock clock) {
        this.keys = keys;
        this.ledger = ledger;
        this.quarantine = quarantine;
        this.alarms = alarms;
        this.clock = clock;
    }

    public List<OfficeStatus> listStatus() {
        return keys.listOffices().stream().map(this::status).toList();
    }

    private OfficeStatus status(Office office) {
        Optional<LedgerStore.Entry> last = ledger.findLast(office.id());
        return new OfficeStatus(
                office.id(),
                office.name(),
                office.uatSiruta(),
                last.map(LedgerStore.Entry::sequence).orElse(0L),
                last.map(LedgerStore.Entry::hash).orElse(""),
                last.map(LedgerStore.Entry::receivedAt).orElse(null),
                ledger.findCompleteTo(office.id()).orElse(null),
                quarantine.countWaiting(office.id()));
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
