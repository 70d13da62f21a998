package fr.preau.api.job;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A {@link Job} that runs once a day. The class's simple name is the job's. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Daily {
    /** At what time in Paris, with two digits each: {@code 04:30}. */
    String value();

    /** How long a run may take, ISO 8601, up to an hour. */
    String limit() default "PT10M";
}
