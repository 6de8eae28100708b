package ro.caravana.documents.web;

import org.springframework.stereotype.Component;
import ro.caravana.coordination.Appointment;
import ro.caravana.coordination.Partner;
import ro.caravana.territory.TerritoryRegistry;
import ro.caravana.territory.Uat;

/** Where letters go. Thread-safe. */
@Component
class PostalAddresses {
    private final TerritoryRegistry territory;

    PostalAddresses(TerritoryRegistry territory) {
        this.territory = territory;
    }

    /** The town hall's; empty where unknown, and of a police post. */
    String of(Appointment visit, Partner partner) {
        return partner == Partner.MAYOR
                ? territory
                        .current()
                        .findUat(visit.uatSiruta())
                        .map(Uat::townHallAddress)
                        .orElse("")
                : "";
    }
}
