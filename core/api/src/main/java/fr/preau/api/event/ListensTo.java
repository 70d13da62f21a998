package fr.preau.api.event;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Which events an {@link EventListener} is told. The class's simple name is the listener's: renamed, it is another. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ListensTo {
    /** Stable names: {@code blog.post-published}. Several are told in one order. */
    String[] value();

    /** How long one event may take, ISO 8601, up to five minutes. */
    String limit() default "PT30S";
}
