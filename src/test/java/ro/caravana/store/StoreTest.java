package ro.caravana.store;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A test class that runs once on each database. Its constructor takes a {@link TestDatabase}: freshly migrated and empty.
 *
 * <pre>
 * &#64;StoreTest
 * class AccountStoreTests {
 *     AccountStoreTests(TestDatabase database) { … database.jdbc() … }
 * </pre>
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedClass(name = "{0}")
@MethodSource("ro.caravana.store.TestDatabase#all")
public @interface StoreTest {}
