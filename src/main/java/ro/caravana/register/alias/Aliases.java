package ro.caravana.register.alias;

import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import ro.caravana.register.RegisterProblem;
import ro.caravana.register.keys.OfficeKeys;
import ro.caravana.statistics.CaseCategory;
import ro.caravana.territory.Territory;
import ro.caravana.territory.TerritoryRegistry;

/** Agrees on what offices' own codes mean. Thread-safe. */
@Component
public class Aliases {
    private static final Logger LOG = LoggerFactory.getLogger(Aliases.class);
    private static final int LONGEST = 100;

    private final AliasStore store;
    private final OfficeKeys offices;
    private final TerritoryRegistry territory;
    private final Clock clock;
    private final Map<Long, AliasBook> books = new ConcurrentHashMap<>();

    Aliases(AliasStore store, OfficeKeys offices, TerritoryRegistry territory, Clock clock) {
        this.store = store;
        this.offices = offices;
        this.territory = territory;
        this.clock = clock;
    }

    /** As they stand now. */
    public AliasBook latest() {
        return at(store.findLast());
    }

    /** As they stood when {@code upTo} was the last row. */
    public AliasBook at(long upTo) {
        return books.computeIfAbsent(upTo, last -> new AliasBook(last, store.listUpTo(last)));
    }

    /** Those in force, in the order in which they were agreed. */
    public List<Alias> listInForce() {
        Map<List<Object>, Alias> inForce = new LinkedHashMap<>();
        for (AliasStore.Row row : store.listUpTo(Long.MAX_VALUE)) {
            List<Object> key = List.of(row.office(), row.field(), row.said());
            inForce.remove(key);
            if (row.means() != null) {
                inForce.put(
                        key,
                        new Alias(
                                row.id(),
                                row.office(),
                                row.field(),
                                row.said(),
                                row.means(),
                                row.madeBy(),
                                row.madeAt()));
            }
        }
        return List.copyOf(inForce.values());
    }

    /**
     * From the next batch on, {@code said} is read as {@code means}.
     *
     * @throws RegisterProblem.UnknownOffice 404
     * @throws RegisterProblem.UnusableAlias 400
     */
    public void agree(String office, Alias.Field field, String said, String means, String by) {
        if (offices.listOffices().stream().noneMatch(known -> known.id().equals(office))) {
            throw new RegisterProblem.UnknownOffice();
        }
        String word = said.strip();
        if (word.isEmpty() || word.length() > LONGEST) {
            throw new RegisterProblem.UnusableAlias("Say which code the office sends, in 1 to 100 characters.");
        }
        if (isKnown(field, word)) {
            throw new RegisterProblem.UnusableAlias("This code is the register's own already; it keeps its meaning.");
        }
        if (!isKnown(field, means)) {
            throw new RegisterProblem.UnusableAlias(
                    field == Alias.Field.SIRUTA
                            ? "The meaning is no SIRUTA of a locality or UAT of this county."
                            : "The meaning is no category of the register.");
        }
        insert(office, field, word, means, by);
        LOG.info("register: {} of {} agreed by {}", field, office, by);
    }

    /**
     * From the next batch on, the code is not understood again.
     *
     * @throws RegisterProblem.UnknownAlias 404
     */
    public void takeBack(long id, String by) {
        Alias alias = listInForce().stream()
                .filter(known -> known.id() == id)
                .findFirst()
                .orElseThrow(RegisterProblem.UnknownAlias::new);
        insert(alias.office(), alias.field(), alias.said(), null, by);
        LOG.info("register: {} of {} taken back by {}", alias.field(), alias.office(), by);
    }

    private void insert(String office, Alias.Field field, String said, @Nullable String means, String by) {
        try {
            store.insert(office, field, said, means, by, clock.instant());
        } catch (DuplicateKeyException taken) {
            store.insert(office, field, said, means, by, clock.instant()); // the number, by somebody at the same moment
        }
    }

    private boolean isKnown(Alias.Field field, String word) {
        if (field == Alias.Field.CATEGORY) {
            return Arrays.stream(CaseCategory.values())
                    .anyMatch(category -> category.name().equals(word));
        }
        if (!word.matches("\\d{1,9}")) {
            return false;
        }
        Territory county = territory.current();
        int siruta = Integer.parseInt(word);
        return county.findLocality(siruta).isPresent() || county.findUat(siruta).isPresent();
    }
}
