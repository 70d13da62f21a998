package fr.preau.api;

import fr.preau.api.directory.DirectorySource;
import fr.preau.api.event.EventListener;
import fr.preau.api.event.EventType;
import fr.preau.api.job.JobType;
import fr.preau.api.privacy.PersonalData;
import fr.preau.api.web.Launcher;
import fr.preau.api.web.Tile;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that a plugin declared, as data. Immutable, hence thread-safe. Readable for a plugin that does not run.
 *
 * @param authority who signs for it, null if the plugin forgot to say (the host then refuses it)
 * @param launcher its place in the launcher, null if it has none
 * @param permissions its rights
 * @param roles the roles it brings
 * @param shareables the kinds of things that can be shared
 * @param pages JAX-RS resources answering HTML
 * @param apis JAX-RS resources answering JSON
 * @param daos Jdbi SqlObject interfaces
 * @param tiles tiles of the home page
 * @param directorySources readers of directory files
 * @param events what it tells other plugins
 * @param listeners its listeners to events
 * @param jobs its work at set times
 * @param personalData what it keeps about people, null if the plugin forgot to say (the host then refuses it)
 */
public record Contributions(
        @Nullable Authority authority,
        @Nullable Launcher launcher,
        List<Permission> permissions,
        List<SuggestedRole> roles,
        List<Shareable> shareables,
        List<Class<?>> pages,
        List<Class<?>> apis,
        List<Class<?>> daos,
        List<Class<? extends Tile>> tiles,
        List<Class<? extends DirectorySource>> directorySources,
        List<EventType> events,
        List<Class<? extends EventListener>> listeners,
        List<JobType> jobs,
        @Nullable Class<? extends PersonalData> personalData) {

    /** Gathers what {@link EntPlugin} is told. */
    static final class Builder {
        @Nullable
        Authority authority;

        @Nullable
        Launcher launcher;

        final List<Permission> permissions = new ArrayList<>();
        final List<SuggestedRole> roles = new ArrayList<>();
        final List<Shareable> shareables = new ArrayList<>();
        final List<Class<?>> pages = new ArrayList<>();
        final List<Class<?>> apis = new ArrayList<>();
        final List<Class<?>> daos = new ArrayList<>();
        final List<Class<? extends Tile>> tiles = new ArrayList<>();
        final List<Class<? extends DirectorySource>> directorySources = new ArrayList<>();
        final List<EventType> events = new ArrayList<>();
        final List<Class<? extends EventListener>> listeners = new ArrayList<>();
        final List<JobType> jobs = new ArrayList<>();

        @Nullable
        Class<? extends PersonalData> personalData;

        Contributions build() {
            return new Contributions(
                    authority,
                    launcher,
                    List.copyOf(permissions),
                    List.copyOf(roles),
                    List.copyOf(shareables),
                    List.copyOf(pages),
                    List.copyOf(apis),
                    List.copyOf(daos),
                    List.copyOf(tiles),
                    List.copyOf(directorySources),
                    List.copyOf(events),
                    List.copyOf(listeners),
                    List.copyOf(jobs),
                    personalData);
        }
    }
}
