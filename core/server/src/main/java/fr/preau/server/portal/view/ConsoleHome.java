package fr.preau.server.portal.view;

import java.time.temporal.Temporal;
import org.jspecify.annotations.Nullable;

/**
 * {@code console/index.jte}. A head sees people and classes; only the tenant's administrators have services and imports.
 *
 * @param pupils pupils of this year, in the caller's reach
 * @param guardians their guardians
 * @param staff teachers, school staff and municipal staff
 * @param classes classes of this year
 * @param schools schools
 * @param people all people in reach
 * @param activated those whose account is in use
 * @param services the plugins, null if the person does not manage them
 * @param imports the directory imports, null if the person does not make them
 */
public record ConsoleHome(
        int pupils,
        int guardians,
        int staff,
        int classes,
        int schools,
        int people,
        int activated,
        @Nullable Services services,
        @Nullable Imports imports) {

    /** Whether nothing has been imported or typed in yet. */
    public boolean bare() {
        return pupils == 0 && classes == 0;
    }

    /**
     * The plugins in numbers.
     *
     * @param running those that serve
     * @param stopped those that were stopped by hand
     * @param failed those that should serve and don't
     */
    public record Services(int running, int stopped, int failed) {}

    /**
     * The last directory import.
     *
     * @param last when, null if there was none
     */
    public record Imports(@Nullable Temporal last) {}
}
