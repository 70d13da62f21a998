package fr.preau.api.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The right that a route, a whole resource or a tile needs. On a method it replaces the one on the class.
 *
 * <p>The host checks it before the method runs: who is not signed in is asked to, who lacks the right is told so
 * (403). Which rows a person may see is the query's business: join to {@code ent.class_reader} or its like.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Requires {
    /** Short name of a right that the plugin declared: {@code "publish"}. */
    String value();
}
