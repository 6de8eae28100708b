package ro.caravana.register.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import ro.caravana.register.RegisterSums;
import ro.caravana.register.Sums;
import ro.caravana.register.keys.OfficeKeys;
import ro.caravana.statistics.CaseCategory;

/** The feed's face to other rooms, read from the database. */
@Component
class StoredSums implements RegisterSums {
    private final Projection projection;
    private final DayStore days;
    private final LedgerStore ledger;
    private final OfficeKeys keys;

    StoredSums(Projection projection, DayStore days, LedgerStore ledger, OfficeKeys keys) {
        this.projection = projection;
        this.days = days;
        this.ledger = ledger;
        this.keys = keys;
    }

    @Override
    public Map<Integer, Sums> byPlace(LocalDate upTo, Optional<CaseCategory> category) {
        projection.catchUp();
        return days.sumByPlace(upTo, category);
    }

    @Override
    public List<Watermark> listWatermarks() {
        return keys.listOffices().stream()
                .map(office -> new Watermark(
                        office.id(),
                        office.uatSiruta(),
                        ledger.findCompleteTo(office.id()).orElse(null)))
                .toList();
    }

    @Override
    public long ledgerPosition() {
        return ledger.head().position();
    }
}
