package ro.caravana.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import ro.caravana.Caravana;

/**
 * A test against the whole application on a free port, with an H2GIS database in memory, the bundled county and the demo accounts.
 * Take {@link Browserless} as a constructor argument or field to call it.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = Caravana.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "caravana.db.url=jdbc:h2:mem:${random.uuid};DB_CLOSE_DELAY=-1",
            "caravana.db.user=sa",
            "caravana.data=target/test-data",
            "caravana.demo=true",
            "caravana.planning.warm-up=false",
            "caravana.admin-password=" + Browserless.PASSWORD
        })
@Import(Browserless.class)
public @interface CaravanaTest {}
