/**
 * The blog of a class: pupils write, a teacher reads again and publishes, the class and its families read and answer.
 *
 * <p>{@link fr.preau.plugins.blog.Posts} and {@link fr.preau.plugins.blog.Comments} hold what can be done, and are called
 * by the pages and by the JSON API alike. What a person may do with one post is said by
 * {@link fr.preau.plugins.blog.Post}; which posts a person sees at all is said by the SQL, through
 * {@code ent.class_reader}.
 */
@NullMarked
package fr.preau.plugins.blog;

import org.jspecify.annotations.NullMarked;
