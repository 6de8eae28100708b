package ro.caravana.planning.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import ro.caravana.support.CaravanaTest;

/** The whole application in November 2026, with a solver that ends after a fixed number of steps instead of seconds. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@CaravanaTest
@Import(InNovember2026.class)
@TestPropertySource(properties = "caravana.planning.steps=2000")
public @interface PlanningTest {}
