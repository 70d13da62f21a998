/**
 * Brings the directory of a school up to date from what a source read: pupils, guardians, teachers.
 *
 * <p>{@link fr.preau.server.directory.DirectoryImport} is the door. It loads what is known ({@code Known}), lets each
 * step compare its list with it (classes, pupils, teachers, guardians), gathers what is wanted in a {@code Draft}, and
 * answers with a {@link fr.preau.server.directory.DirectoryPlan} that people can read and that can be carried out.
 *
 * <p>The rules, whatever the source: an empty cell says nothing and erases nothing; a list that was not given says nothing
 * about anyone; nobody is deleted, and what ends keeps its line with a date; who is absent from a file stays unless
 * someone asked for departures and they are few ({@code Departures}); the same files twice change nothing.
 */
@NullMarked
package fr.preau.server.directory;

import org.jspecify.annotations.NullMarked;
