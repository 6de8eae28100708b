package ro.caravana.planning.web;

import java.util.List;
import org.springframework.stereotype.Component;
import ro.caravana.planning.availability.AvailabilityBook;
import ro.caravana.planning.availability.OpenHours;
import ro.caravana.territory.Territory;
import ro.caravana.territory.TerritoryRegistry;

/** Says in sentences what is known today of when a place can be visited. */
@Component
class AvailabilityWords {
    private final AvailabilityBook book;
    private final TerritoryRegistry territory;

    AvailabilityWords(AvailabilityBook book, TerritoryRegistry territory) {
        this.book = book;
        this.territory = territory;
    }

    /** What is known at this moment, for one reader. */
    Known in(Language language) {
        return new Known(book.current(), territory.current(), language);
    }

    /** Another one whenever something is written down or taken away. */
    String version() {
        return Integer.toHexString(book.list().hashCode());
    }

    /** @param language the reader's */
    record Known(OpenHours hours, Territory places, Language language) {
        /** @param siruta of a locality; one that is not known any more has no sentences */
        List<String> of(int siruta) {
            return places
                    .findLocality(siruta)
                    .map(locality -> hours.about(places.defaultSite(locality.siruta())))
                    .orElse(List.of())
                    .stream()
                    .map(language::availability)
                    .toList();
        }
    }
}
