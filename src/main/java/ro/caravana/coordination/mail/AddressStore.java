package ro.caravana.coordination.mail;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import ro.caravana.coordination.Partner;

/** All SQL about the partners' addresses. */
@Repository
public class AddressStore {
    /** Where a partner gets mail. */
    public record PartnerAddress(int uatSiruta, Partner partner, String email) {}

    private final JdbcClient jdbc;

    AddressStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<PartnerAddress> listAll() {
        return jdbc.sql("SELECT uat_siruta, partner, email FROM partner_address ORDER BY uat_siruta, partner")
                .query((row, n) -> new PartnerAddress(
                        row.getInt("uat_siruta"), Partner.valueOf(row.getString("partner")), row.getString("email")))
                .list();
    }

    public Optional<String> find(int uatSiruta, Partner partner) {
        return jdbc.sql("SELECT email FROM partner_address WHERE uat_siruta = ? AND partner = ?")
                .params(uatSiruta, partner.name())
                .query(String.class)
                .optional();
    }

    /** Of two who write at once, the later one's stands; at no moment is there none. */
    public void put(PartnerAddress address, String account, Instant now) {
        if (update(address, account, now)) {
            return;
        }
        try {
            insert(address, account, now);
        } catch (DuplicateKeyException somebodyElseWasFirst) {
            update(address, account, now);
        }
    }

    private boolean update(PartnerAddress address, String account, Instant now) {
        return jdbc.sql("""
                UPDATE partner_address SET email = ?, changed_at = ?, changed_by = ? WHERE uat_siruta = ? AND partner = ?
                """)
                        .params(
                                address.email(),
                                now.atOffset(ZoneOffset.UTC),
                                account,
                                address.uatSiruta(),
                                address.partner().name())
                        .update()
                == 1;
    }

    private void insert(PartnerAddress address, String account, Instant now) {
        jdbc.sql("""
                INSERT INTO partner_address (uat_siruta, partner, email, changed_at, changed_by) VALUES (?, ?, ?, ?, ?)
                """)
                .params(
                        address.uatSiruta(),
                        address.partner().name(),
                        address.email(),
                        now.atOffset(ZoneOffset.UTC),
                        account)
                .update();
    }

    public void remove(int uatSiruta, Partner partner) {
        jdbc.sql("DELETE FROM partner_address WHERE uat_siruta = ? AND partner = ?")
                .params(uatSiruta, partner.name())
                .update();
    }
}
