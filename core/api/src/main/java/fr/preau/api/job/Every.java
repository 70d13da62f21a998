package fr.preau.api.job;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A {@link Job} that runs again and again. The class's simple name is the job's. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Every {
    /** From one due time to the next, ISO 8601, at least a minute: {@code PT1H}. The first is that long after the plugin came. */
    String value();

    /** How long a run may take, ISO 8601, up to an hour. */
    String limit() default "PT10M";
}
